// The rows of the table in the order that was asked for. Pure.
import type { GroupBack } from "$host";
import type { Sort } from "$parts/types";

/** Sorted by a column; what belongs to no group stays last. Without a sort they stay as they came, most time first. */
export function sorted(groups: readonly GroupBack[], sort: Sort | undefined, name: (group: GroupBack) => string): GroupBack[] {
  if (!sort) return [...groups];
  const turn = sort.direction === "ascending" ? 1 : -1;
  const none = (group: GroupBack) => (group.key.of === "none" ? 1 : 0);
  const by = (a: GroupBack, b: GroupBack) => {
    if (sort.key === "name") return name(a).localeCompare(name(b), "en-GB");
    const figure = sort.key as "minutes" | "interruptions" | "entries";
    return a[figure] - b[figure];
  };
  return [...groups].sort((a, b) => none(a) - none(b) || turn * by(a, b));
}

/** Every how many columns a label is written, so that they do not run into each other. */
export const labelEach = (columns: number) => Math.max(1, Math.ceil(columns / 12));
