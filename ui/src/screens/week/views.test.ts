import type { BlockStory, BreakStory, DayStory, EntryStory } from "$host";
import { expect, test } from "vitest";
import { dayOf, linesOf, viewAfter } from "./views";

const day = (date: string, blocks: number[] = [], entries: (number | null)[] = []) =>
  ({ date, blocks: blocks.map((start, id) => ({ id, start }) as BlockStory), breaks: [] as BreakStory[], entries: entries.map((start, id) => ({ id, start }) as EntryStory) }) as DayStory;
const week = [day("2026-11-02"), day("2026-11-03"), day("2026-11-04")];

test("the views follow each other round", () => expect([viewAfter("week"), viewAfter("day"), viewAfter("list")]).toEqual(["day", "list", "week"]));
test("the day shown is the one asked for, or today, or the first", () => {
  expect([dayOf(week, "2026-11-03", "2026-11-04"), dayOf(week, "2026-10-03", "2026-11-04"), dayOf(week, null, "2026-12-01")]).toEqual(["2026-11-03", "2026-11-04", "2026-11-02"]);
});
test("a list goes by the clock, the plan first, and ends with what has no start", () => {
  const lines = linesOf(day("2026-11-02", [600, 540], [600, null, 500]), "happened");
  expect(lines.map((line) => (line.is === "block" ? `b${line.block.start}` : line.is === "entry" ? `e${line.entry.start}` : line.pause.name))).toEqual(["e500", "b540", "b600", "e600", "enull"]);
  expect(linesOf(day("2026-11-02", [600], [500]), "plan")).toHaveLength(1);
});
