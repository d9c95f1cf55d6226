// What can be done with rows, by menu and by key.
import type { TaskRow } from "$host";
import type { MenuItem } from "$parts/types";
import { timeIt } from "$state/timer.svelte";
import type { Doing } from "../doing.svelte";

export interface Action {
  keys: string;
  label: string;
  run: (doing: Doing, rows: TaskRow[]) => void;
  /** Of one row alone. */
  single?: boolean;
}

const said = (what: "part" | "delegated" | "not_done" | "dropped") => (doing: Doing, rows: TaskRow[]) => doing.ask({ is: "said", what, rows });

export const ACTIONS: readonly Action[] = [
  { keys: "d", label: "Done", run: (doing, rows) => doing.done(rows) },
  { keys: "p", label: "Part done", run: said("part") },
  { keys: "m", label: "Move to another day", run: (doing, rows) => doing.ask({ is: "move", rows }) },
  { keys: "h", label: "Give to somebody", run: said("delegated") },
  { keys: "n", label: "Not done, still needed", run: said("not_done") },
  { keys: "x", label: "Drop", run: said("dropped") },
  { keys: "b", label: "Begin: start the timer on it", single: true, run: (_, rows) => void timeIt({ task: rows[0]!.task.id }) },
  { keys: "s", label: "Split", single: true, run: (doing, rows) => doing.ask({ is: "split", row: rows[0]! }) },
];

export const SETTLED: readonly Action[] = [{ keys: "o", label: "Open again", run: (doing, rows) => doing.reopen(rows) }];

/** As the menu of one row. */
export function menuOf(actions: readonly Action[], doing: Doing, row: TaskRow): MenuItem[] {
  const items = actions.map(({ keys, label, run }) => ({ keys, label, run: () => run(doing, [row]) }));
  return [...items, { keys: "enter", label: "Open", run: () => doing.ask({ is: "task", task: row.task.id }) }];
}
