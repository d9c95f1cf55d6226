// Why a block of a normal week was not laid, in a sentence.
import type { WhyLeftOut } from "$host";
import { hush } from "$state/privacy.svelte";
import { DAY_KINDS } from "../words";

export function why(reason: WhyLeftOut, title: string): string {
  if (reason.is === "retired") return "Its kind of work is no longer offered.";
  if (reason.is === "not_worked") return `Nobody works on that day: ${DAY_KINDS[reason.kind].toLowerCase()}.`;
  if (reason.title.trim() !== "" && reason.title.trim() === title.trim()) return "It stands there already.";
  const there = hush(reason.title.trim(), "");
  return there ? `${there} stands at that time.` : "Another block stands at that time.";
}
