// The week as a timetable, as one of its days, or as a list. Pure.
import type { BlockStory, BreakStory, DayStory, EntryStory } from "$host";
import type { Mode } from "./pieces";

export type WeekView = "week" | "day" | "list";

export const VIEWS: readonly { value: WeekView; label: string }[] = [
  { value: "week", label: "Week" },
  { value: "day", label: "Day" },
  { value: "list", label: "List" },
];

/** The view after this one, and after the last the first. */
export const viewAfter = (view: WeekView): WeekView => VIEWS[(VIEWS.findIndex(({ value }) => value === view) + 1) % VIEWS.length]!.value;

/** The day shown alone: the one asked for where it is of this week, or else today, or else the first. */
export function dayOf(days: readonly DayStory[], wanted: string | null, today: string): string {
  const here = (date: string | null) => days.some((day) => day.date === date);
  return (here(wanted) ? wanted : here(today) ? today : days[0]?.date) ?? today;
}

export type Line = { is: "block"; block: BlockStory } | { is: "entry"; entry: EntryStory } | { is: "break"; pause: BreakStory };

/** What the list holds of a day, by the clock; what has no start comes last. A plan stands before what happened at the same time. */
export function linesOf(day: DayStory, mode: Mode): Line[] {
  const blocks = day.blocks.map((block): [number, Line] => [block.start, { is: "block", block }]);
  const entries = mode === "plan" ? [] : day.entries.map((entry): [number, Line] => [entry.start ?? 24 * 60, { is: "entry", entry }]);
  const breaks = mode === "plan" ? [] : day.breaks.map((pause): [number, Line] => [pause.span.start, { is: "break", pause }]);
  return [...blocks, ...breaks, ...entries].sort(([one], [other]) => one - other).map(([, line]) => line);
}
