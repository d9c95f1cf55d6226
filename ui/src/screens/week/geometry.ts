// The timetable as arithmetic: which days and hours are drawn, what a pointer means, who stands beside whom. Minutes since midnight throughout.
import type { DayStory } from "$host";
import { dayIndex } from "$format/dates";
import { DAY } from "./drafts";

/** What a pointer or a key snaps to, in minutes, unless she chose the finer grid. */
export const STEP = 15;
/** The grids there are to choose from. */
export const GRIDS = [15, 5] as const;
/** With Shift held. */
export const FINE = 5;
const USUAL = { from: 8 * 60, to: 17 * 60 };

/** How tall a line of a piece's words is, and what a piece loses to its edges, in rem; PieceButton.svelte draws by the same. */
const LINE = 0.9375;
const EDGES = 0.3125;

export interface Range {
  from: number;
  to: number;
}
/** A place in the timetable: the column of its day, and a minute. */
export interface Point {
  day: number;
  minute: number;
}
/** A stretch of one day's column. */
export interface Stretch {
  day: number;
  start: number;
  minutes: number;
}

/** Monday to Friday, and the days of the weekend on which there is anything. */
export function daysShown(days: readonly DayStory[]): DayStory[] {
  return days.filter((day) => dayIndex(day.date) < 5 || day.blocks.length > 0 || day.entries.length > 0 || day.hours.contracted !== null);
}

/** Whole hours from 08:00 to 17:00, and as much more as anything needs. */
export function hoursShown(days: readonly DayStory[]): Range {
  const spans = days.flatMap((day) => [
    ...(day.hours.contracted ? [day.hours.contracted] : []),
    ...day.blocks.map(({ start, minutes }) => ({ start, end: start + minutes })),
    ...day.entries.flatMap(({ start, minutes }) => (start === null ? [] : [{ start, end: start + minutes }])),
  ]);
  const from = Math.min(USUAL.from, ...spans.map((span) => span.start));
  const to = Math.max(USUAL.to, ...spans.map((span) => span.end));
  return { from: Math.floor(from / 60) * 60, to: Math.min(DAY, Math.ceil(to / 60) * 60) };
}

export function hoursOf({ from, to }: Range): number[] {
  return Array.from({ length: (to - from) / 60 + 1 }, (_, at) => from + at * 60);
}

/** Whole lines of words for which a piece of so many minutes has room, where an hour is so many rem high; one at least. */
export function linesIn(minutes: number, hour: number): number {
  return Math.max(1, Math.floor(((minutes / 60) * hour - EDGES) / LINE));
}

export function snap(minute: number, step: number = STEP): number {
  return Math.round(minute / step) * step;
}

/** The next line of the grid after a minute, or the one before it. */
export function nextLine(minute: number, step: number, later: boolean): number {
  return later ? (Math.floor(minute / step) + 1) * step : (Math.ceil(minute / step) - 1) * step;
}

export function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The place under a pointer, from how far across and down the columns it is (0 to 1). */
export function pointAt(across: number, down: number, columns: number, { from, to }: Range): Point {
  return { day: between(Math.floor(across * columns), 0, columns - 1), minute: between(from + down * (to - from), 0, DAY) };
}

/** A new block drawn from one place to another, upwards or downwards, in the column it was begun in. */
export function drawn(begun: Point, now: Point, step: number = STEP): Stretch {
  const first = snap(Math.min(begun.minute, now.minute), step);
  const last = snap(Math.max(begun.minute, now.minute), step);
  const start = between(first, 0, DAY - step);
  return { day: begun.day, start, minutes: Math.max(step, Math.min(last, DAY) - start) };
}

/** A block taken hold of in one place and let go in another: it keeps its length. */
export function carried(block: Stretch, held: Point, now: Point, step: number = STEP): Stretch {
  const start = snap(block.start + now.minute - held.minute, step);
  return { day: now.day, start: between(start, 0, DAY - block.minutes), minutes: block.minutes };
}

/** A block whose lower edge is pulled. */
export function pulled(block: Stretch, now: Point, step: number = STEP): Stretch {
  const end = between(snap(now.minute, step), block.start + step, DAY);
  return { ...block, minutes: Math.min(end, DAY) - block.start };
}

/** Which lane each stretch stands in, and how many lanes there are where it is, so that stretches at the same time stand side by side. */
export function lanes(items: readonly { start: number; end: number }[]): { lane: number; of: number }[] {
  const order = items.map((_, at) => at).sort((a, b) => items[a]!.start - items[b]!.start || items[b]!.end - items[a]!.end);
  const placed = items.map(() => ({ lane: 0, of: 1 }));
  let group: number[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const at of group) placed[at]!.of = ends.length;
    group = [];
    ends = [];
  };
  for (const at of order) {
    const { start, end } = items[at]!;
    if (ends.every((one) => one <= start)) close();
    const free = ends.findIndex((one) => one <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    placed[at]!.lane = lane;
    group.push(at);
  }
  close();
  return placed;
}
