// Which blocks of a plan may belong to a normal week. Pure.
import type { Block } from "$host";
import type { Book } from "../book";

/** Days with a plan, in order, each with its blocks by time. */
export function daysOf({ days, blocks }: Pick<Book, "days" | "blocks">): { date: string; blocks: Block[] }[] {
  return days
    .map(({ date }) => ({ date, blocks: blocks.filter((block) => block.date === date).sort((a, b) => a.start - b.start) }))
    .filter((day) => day.blocks.length > 0);
}

/** What is ticked to begin with: nothing that is about a child, and nothing laid for a task, for those are of one week. */
export function usual({ blocks, tasks }: Pick<Book, "blocks" | "tasks">): number[] {
  return blocks.filter((block) => block.pupils.length === 0 && !tasks?.has(block.id)).map((block) => block.id);
}
