// What is drawn in the timetable, worked out before anything is drawn: each piece's place, pattern and words.
import type { DayStory } from "$host";
import { clockRange } from "$format/clock";
import type { Stop } from "./cursor";
import { lanes } from "./geometry";
import { blockLabel, breakLabel, breakState, entryLabel, entryMarks, textShown, titleShown } from "./words";

export type Mode = "plan" | "happened";
export type Look = "planned" | "happened" | "interruption" | "out-of-hours" | "lost" | "break";

export interface Piece extends Stop {
  what: "block" | "entry" | "break";
  /** Of the block or the entry; the break's name where it is one. */
  of: number | string;
  /** The column of its day. */
  day: number;
  date: string;
  /** Across the whole day, its left half (the plan) or its right half (what happened). */
  side: "whole" | "plan" | "happened";
  lane: number;
  lanes: number;
  look: Look;
  title: string;
  /** Under the title, in order: the time, then what else there is to say. */
  details: string[];
  /** What became of a block. */
  state: "open" | "as_planned" | "changed" | "not_done" | null;
  /** Everything, for whoever cannot see it. */
  label: string;
}

/** How many columns the keyboard knows: beside the plan of each day stands what happened. */
export const columnsOf = (days: number, mode: Mode) => (mode === "plan" ? days : days * 2);
export const dayOfColumn = (column: number, mode: Mode) => (mode === "plan" ? column : Math.floor(column / 2));
export const columnOf = (day: number, side: "plan" | "happened", mode: Mode) => (mode === "plan" ? day : day * 2 + (side === "happened" ? 1 : 0));

/** Everything in the timetable that can be opened. Breaks come first, so that what lies on them is drawn over them. */
export function piecesOf(days: readonly DayStory[], mode: Mode, frozen: boolean): Piece[] {
  return days.flatMap((day, at) => [
    ...(mode === "happened" ? breakPieces(day, at) : []),
    ...blockPieces(day, at, mode, frozen),
    ...(mode === "happened" ? entryPieces(day, at) : []),
  ]);
}

function blockPieces({ date, blocks }: DayStory, day: number, mode: Mode, frozen: boolean): Piece[] {
  const spans = blocks.map(({ start, minutes }) => ({ start, end: start + minutes }));
  return lanes(spans).map(({ lane, of }, at) => {
    const block = blocks[at]!;
    return {
      ...spans[at]!,
      id: `block-${block.id}`,
      what: "block",
      of: block.id,
      day,
      date,
      column: columnOf(day, "plan", mode),
      side: mode === "plan" ? "whole" : "plan",
      lane,
      lanes: of,
      look: block.state.is === "not_done" ? "lost" : "planned",
      title: titleShown(block),
      details: [clockRange(block.start, block.start + block.minutes), ...block.case_codes.map(whole)],
      state: block.state.is,
      label: blockLabel(block, date, frozen),
    };
  });
}

function entryPieces({ date, entries }: DayStory, day: number): Piece[] {
  const timed = entries.filter((entry) => entry.start !== null);
  const spans = timed.map(({ start, minutes }) => ({ start: start!, end: start! + minutes }));
  return lanes(spans).map(({ lane, of }, at) => {
    const entry = timed[at]!;
    const outside = entry.out_of_hours > 0 && entry.out_of_hours * 2 >= entry.minutes;
    return {
      ...spans[at]!,
      id: `entry-${entry.id}`,
      what: "entry",
      of: entry.id,
      day,
      date,
      column: columnOf(day, "happened", "happened"),
      side: "happened",
      lane,
      lanes: of,
      look: entry.kind === "interruption" ? "interruption" : outside ? "out-of-hours" : "happened",
      title: textShown(entry),
      details: [clockRange(spans[at]!.start, spans[at]!.end), ...entryMarks(entry).filter((mark) => mark !== "as planned"), ...entry.case_codes.map(whole)],
      state: null,
      label: entryLabel(entry, date),
    };
  });
}

function breakPieces({ date, breaks }: DayStory, day: number): Piece[] {
  return breaks.map((one) => ({
    id: `break-${date}-${one.name}`,
    what: "break",
    of: one.name,
    day,
    date,
    start: one.span.start,
    end: one.span.end,
    column: columnOf(day, "plan", "happened"),
    side: "whole",
    lane: 0,
    lanes: 1,
    look: one.state === "missed" ? "lost" : "break",
    title: one.name,
    details: one.state === "taken" ? [] : [breakState(one)],
    state: null,
    label: breakLabel(one),
  }));
}

/** A case code that is not broken at its hyphen. */
const whole = (code: string) => code.replace("-", "\u2011");
