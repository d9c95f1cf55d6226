// The panel in which something was being typed when the daybook locked, from the name its form gave it.
import { blankBlock, blankEntry } from "./drafts";
import type { Panel } from "./panels.svelte";

const MORNING = 9 * 60;
const SHORT = 15;

/** `entry:new:2026-11-03`, `entry:12:2026-11-03`, `block:7:2026-11-03`. The form fills itself. */
export function panelOfDraft(key: string): Panel {
  const [kind, id = "new", date = ""] = key.split(":");
  if (kind === "block") return id === "new" ? { is: "lay", draft: blankBlock({ date, start: MORNING, minutes: 2 * SHORT }) } : { is: "block", block: Number(id) };
  return id === "new" ? { is: "write", draft: blankEntry(date, null, SHORT) } : { is: "entry", entry: Number(id) };
}
