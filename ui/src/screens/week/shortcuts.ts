// The keys of the week's screen. Those about a block act on the one that has the focus.
import { addDays } from "$format/dates";
import { go } from "$state/router.svelte";
import { session } from "$state/session.svelte";
import { useShortcuts, type Shortcut } from "$state/shortcuts.svelte";
import type { Book } from "./book";
import type { Panels } from "./panels.svelte";
import type { Mode } from "./pieces";
import { canSay, say, type Saying } from "./say";

export interface WeekKeys {
  book: () => Book | undefined;
  monday: () => string;
  mode: () => Mode;
  panels: Panels;
  add: () => void;
  copy: () => void;
  freeze: () => void;
  reconcile: () => void;
  show: (date: string) => void;
  setMode: (mode: Mode) => void;
  turnView: () => void;
}

const SAYINGS: [string, Saying, string][] = [
  ["p", "as_planned", "The block went as planned"],
  ["n", "not_done", "The block was not done"],
  ["c", "changed", "The block changed"],
  ["r", "reopen", "Take back what was said of the block"],
];

/** The block that has the focus, or stands in the row that has it. */
export function focusedBlock(): number | null {
  const id = document.activeElement?.closest<HTMLElement>("[data-block]")?.dataset.block;
  return id === undefined ? null : Number(id);
}

/** Keys that say what became of the block that has the focus. `said` is told once something was written. */
export function blockKeys(book: () => Book | undefined, panels: Panels, group: string, block: () => number | null = focusedBlock, said: () => void = () => {}): Shortcut[] {
  return SAYINGS.map(([keys, saying, label]) => ({
    keys,
    label,
    group,
    when: () => {
      const [now, id] = [book(), block()];
      return now !== undefined && id !== null && canSay(now, id, saying);
    },
    run: () => void say(book()!, block()!, saying, panels).then((written) => written && said()),
  }));
}

export function useWeekKeys(week: WeekKeys): void {
  const group = "Week";
  const planning = () => week.book() !== undefined && !week.book()!.frozen && !week.book()!.closed;
  const living = () => week.book() !== undefined && !week.book()!.closed;
  useShortcuts([
    { keys: "[", label: "Week before", group, repeats: true, run: () => week.show(addDays(week.monday(), -7)) },
    { keys: "]", label: "Week after", group, repeats: true, run: () => week.show(addDays(week.monday(), 7)) },
    { keys: "t", label: "This week", group, run: () => week.show(session.today) },
    { keys: "v", label: "Plan, or as it happened", group, run: () => week.setMode(week.mode() === "plan" ? "happened" : "plan") },
    { keys: "d", label: "The week, a day, or a list", group, run: week.turnView },
    { keys: "b", label: "Look back", group, run: () => go("week", { face: "look_back" }) },
    { keys: "e", label: "Write an entry", group, when: living, run: week.add },
    { keys: "f", label: "Freeze the plan", group, when: () => planning() && week.book()!.blocks.length > 0, run: week.freeze },
    { keys: "l", label: "Copy last week’s plan", group, when: planning, run: week.copy },
    { keys: "x", label: "Reconcile and close", group, when: living, run: week.reconcile },
    ...blockKeys(week.book, week.panels, group),
  ]);
}
