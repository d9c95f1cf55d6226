// What a timetable and its forms are made from: a week of it on the week's screen, a day of it on Today's.
import type { Activity, Block, DayStory, DayView, Entry, RegisterRow, TaskRow, WeekView } from "$host";
import { hush } from "$state/privacy.svelte";

export interface Book {
  days: DayStory[];
  blocks: Block[];
  entries: Entry[];
  activities: Activity[];
  pupils: RegisterRow[];
  frozen: boolean;
  closed: boolean;
  /** The time now, in a book of today. */
  now?: number | null;
  /** The task a block was laid for, by block. */
  tasks?: ReadonlyMap<number, TaskRow>;
}

/** Where a block lies. */
export interface Slot {
  date: string;
  start: number;
  minutes: number;
}

export function bookOfWeek({ story, blocks, entries, activities, pupils }: WeekView): Book {
  return { days: story.days, blocks, entries, activities, pupils, frozen: story.week.frozen_at !== null, closed: story.week.closed_at !== null };
}

/** Entries that wait may be of another day; they are in the book too, so that they can be opened. */
export function bookOfDay({ day, blocks, entries, waiting, activities, pupils, frozen, closed, now }: DayView): Book {
  const others = waiting.filter((one) => !entries.some((entry) => entry.id === one.id));
  return { days: [day], blocks, entries: [...entries, ...others], activities, pupils, frozen, closed, now };
}

/** The book with blocks shown where they have just been put, before the core has written it down. */
export function withMoved(book: Book, moved: ReadonlyMap<number, Slot>): Book {
  if (moved.size === 0) return book;
  const blocks = book.blocks.map((block) => ({ ...block, ...moved.get(block.id) }));
  const stories = book.days.flatMap((day) => day.blocks);
  const days = book.days.map((day) => ({
    ...day,
    blocks: stories
      .map((story) => ({ ...story, ...pick(blocks.find((block) => block.id === story.id)) }))
      .filter((story) => blocks.some((block) => block.id === story.id && block.date === day.date))
      .sort((a, b) => a.start - b.start),
  }));
  return { ...book, blocks, days };
}

export const blockOf = (book: Book, id: number) => book.blocks.find((block) => block.id === id);
export const entryOf = (book: Book, id: number) => book.entries.find((entry) => entry.id === id);

/** What a block is called: its title, or its kind of work where none was typed or names are hidden. */
export function titleOf(book: Book, block: Pick<Block, "title" | "activity">): string {
  const work = workOf(book, block) ?? "Planned block";
  return hush(block.title.trim(), work) || work;
}

/** What an entry is called: its words, or its kind of work where none were written or names are hidden. */
export function textOf(book: Book, entry: Pick<Entry, "text" | "activity">): string {
  const work = workOf(book, entry);
  return hush(entry.text.trim(), work ?? "An entry") || (work ?? "Nothing written");
}

const workOf = ({ activities }: Book, { activity }: { activity: number | null }) => activities.find((one) => one.id === activity)?.name;
const pick = (block: Block | undefined) => (block ? { start: block.start, minutes: block.minutes } : {});
