// Moving through the timetable by keyboard: from cell to cell, from piece to piece, and pieces themselves.
import { DAY } from "./drafts";
import { between, nextLine, STEP, type Range, type Stretch } from "./geometry";

/** Something in a column that can be stood on. */
export interface Stop {
  id: string;
  column: number;
  start: number;
  end: number;
}
export interface Cursor {
  column: number;
  minute: number;
  /** The piece stood on; none on an empty cell. */
  stop: string | null;
}

const PLAIN = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"]);

/** Where a key leads, or null when it is none of these. Page Up and Page Down go from piece to piece, Home and End to the first and last of the day. */
export function step(cursor: Cursor, key: string, stops: readonly Stop[], columns: number, range: Range, grid: number = STEP): Cursor | null {
  if (!PLAIN.has(key)) return null;
  const { column, minute } = cursor;
  const here = inColumn(stops, column);
  if (key === "ArrowDown") return down(cursor, here, range, grid);
  if (key === "ArrowUp") return up(cursor, here, range, grid);
  if (key === "ArrowLeft") return land(between(column - 1, 0, columns - 1), minute, stops);
  if (key === "ArrowRight") return land(between(column + 1, 0, columns - 1), minute, stops);
  if (key === "Home") return on(here[0]) ?? { column, minute: range.from, stop: null };
  if (key === "End") return on(here.at(-1)) ?? { column, minute: range.to - grid, stop: null };
  const all = [...stops].sort((a, b) => a.column - b.column || a.start - b.start || a.end - b.end);
  return (key === "PageDown" ? on(after(all, cursor)) : on(before(all, cursor))) ?? cursor;
}

/** The cell or the piece at a minute of a column. */
export function land(column: number, minute: number, stops: readonly Stop[]): Cursor {
  const found = inColumn(stops, column).find((stop) => stop.start <= minute && minute < stop.end);
  return { column, minute, stop: found?.id ?? null };
}

/** Where a block goes: Shift and an arrow moves it to the next line of the grid or to another day, Alt and up or down makes it shorter or longer. */
export function nudged(block: Stretch, key: string, keys: { shift: boolean; alt: boolean }, days: number, grid: number = STEP): Stretch | null {
  const later = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const right = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (keys.shift === keys.alt || (later === 0 && right === 0)) return null;
  const end = block.start + block.minutes;
  // What is shorter than a step of the grid already is made no longer by making it shorter.
  const least = Math.min(block.minutes, grid);
  if (keys.alt) return later === 0 ? null : { ...block, minutes: between(nextLine(end, grid, later > 0) - block.start, least, DAY - block.start) };
  const start = later === 0 ? block.start : nextLine(block.start, grid, later > 0);
  return { ...block, day: between(block.day + right, 0, days - 1), start: between(start, 0, DAY - block.minutes) };
}

function inColumn(stops: readonly Stop[], column: number): Stop[] {
  return stops.filter((stop) => stop.column === column).sort((a, b) => a.start - b.start || a.end - b.end);
}

function down(cursor: Cursor, here: Stop[], range: Range, grid: number): Cursor {
  const at = here.findIndex((stop) => stop.id === cursor.stop);
  const start = at < 0 ? cursor.minute : here[at]!.start;
  const end = at < 0 ? nextLine(cursor.minute, grid, true) : here[at]!.end;
  const next = here.slice(at + 1).find((stop) => stop.start >= start && stop.start <= end);
  if (next) return on(next)!;
  return end >= range.to ? cursor : { column: cursor.column, minute: end, stop: null };
}

function up(cursor: Cursor, here: Stop[], range: Range, grid: number): Cursor {
  const at = here.findIndex((stop) => stop.id === cursor.stop);
  const start = at < 0 ? cursor.minute : here[at]!.start;
  const earlier = at < 0 ? here : here.slice(0, at);
  const line = nextLine(start, grid, false);
  const last = earlier.findLast((stop) => stop.start <= start && stop.end > line);
  if (last) return on(last)!;
  return start <= range.from ? cursor : { column: cursor.column, minute: Math.max(range.from, line), stop: null };
}

const isPast = (stop: Stop, cursor: Cursor) => stop.column > cursor.column || (stop.column === cursor.column && stop.start > cursor.minute);

function after(all: Stop[], cursor: Cursor): Stop | undefined {
  const at = all.findIndex((stop) => stop.id === cursor.stop);
  return at < 0 ? all.find((stop) => isPast(stop, cursor)) : all[at + 1];
}

function before(all: Stop[], cursor: Cursor): Stop | undefined {
  const at = all.findIndex((stop) => stop.id === cursor.stop);
  return at < 0 ? all.findLast((stop) => !isPast(stop, cursor)) : all[at - 1];
}

const on = (stop: Stop | undefined): Cursor | null => (stop ? { column: stop.column, minute: stop.start, stop: stop.id } : null);
