// Which block comes next, and what kind of day it is in a sentence.
import type { BlockStory, DayKind } from "$host";

/** The first block nothing has been said of: after the one named, or else from the morning on; none when all has been said. */
export function nextOpen(blocks: readonly BlockStory[], after: number | null): number | null {
  const open = blocks.filter((block) => block.state.is === "open" && block.id !== after);
  const from = blocks.find((block) => block.id === after)?.start ?? 0;
  return (open.find((block) => block.start >= from) ?? open[0])?.id ?? null;
}

/** The block that keys speak of while none has the focus: the first of those that have begun, for what lies ahead has not happened. */
export function atHandNow(blocks: readonly BlockStory[], now: number | null): number | null {
  return nextOpen(blocks.filter(({ start }) => now === null || start <= now), null);
}

const KINDS: Readonly<Record<DayKind, string>> = {
  open: "Nothing is planned for today.",
  unknown: "Nothing is planned for today.",
  inset: "It is an INSET day, and nothing is planned.",
  weekend: "It is the weekend. Rest if you can; what you do all the same can be written down.",
  bank_holiday: "It is a bank holiday. What you do all the same can be written down.",
  closure: "The school is closed today. What you do all the same can be written down.",
  holiday: "It is the school holidays. What you do all the same can be written down.",
};

/** A sentence for a day without a plan. */
export const unplanned = (kind: DayKind) => KINDS[kind];
