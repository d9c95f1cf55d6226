import type { DayStory } from "$host";
import { expect, test } from "vitest";
import { carried, daysShown, drawn, FINE, hoursShown, lanes, linesIn, nextLine, pointAt, pulled, snap } from "./geometry";

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
function day(date: string, more: Partial<DayStory> = {}): DayStory {
  return { date, kind: "open", hours: { contracted: null, teaching: [], protected: [], breaks: [] }, blocks: [], entries: [], breaks: [], gaps: [], ...more } as DayStory;
}
const week = ["02", "03", "04", "05", "06", "07", "08"].map((date) => day(`2026-11-${date}`));
const lasting = (start: string, minutes: number) => ({ start: at(start), minutes }) as DayStory["entries"][number];

test("the weekend is shown when there is something on it", () => {
  expect(daysShown(week)).toHaveLength(5);
  const worked = week.with(5, day("2026-11-07", { entries: [lasting("10:00", 30)] }));
  expect(daysShown(worked).map((one) => one.date)).toContain("2026-11-07");
  expect(daysShown(worked)).toHaveLength(6);
});

test.each<[string, DayStory, number, number]>([
  ["nothing in it", day("2026-11-02"), 8, 17],
  ["an early start", day("2026-11-02", { entries: [lasting("07:40", 20)] }), 7, 17],
  ["an evening at home", day("2026-11-02", { entries: [lasting("19:30", 75)] }), 8, 21],
  ["until midnight", day("2026-11-02", { entries: [lasting("23:00", 60)] }), 8, 24],
])("whole hours are shown: %s", (_, given, from, to) => expect(hoursShown([given])).toEqual({ from: from * 60, to: to * 60 }));

test("a pointer is read as a day and a minute, and never leaves the timetable", () => {
  const range = { from: 480, to: 1020 };
  expect(pointAt(0.5, 0.5, 5, range)).toEqual({ day: 2, minute: 750 });
  expect(pointAt(1.2, -3, 5, range)).toEqual({ day: 4, minute: 0 });
});

test("minutes snap to quarters, and to five when asked", () => {
  expect([snap(547), snap(548), snap(547, FINE)]).toEqual([540, 555, 545]);
});

test.each<[string, string, string, string, number]>([
  ["downwards", "09:04", "10:20", "09:00", 75],
  ["upwards", "10:20", "09:04", "09:00", 75],
  ["hardly at all", "09:04", "09:05", "09:00", 15],
  ["past midnight", "23:50", "23:59", "23:45", 15],
])("a block is drawn %s", (_, from, to, start, minutes) => {
  expect(drawn({ day: 1, minute: at(from) }, { day: 3, minute: at(to) })).toEqual({ day: 1, start: at(start), minutes });
});

test("a block that is carried keeps its length and stays within the day", () => {
  const block = { day: 0, start: at("09:00"), minutes: 90 };
  expect(carried(block, { day: 0, minute: at("09:30") }, { day: 3, minute: at("11:10") })).toEqual({ day: 3, start: at("10:45"), minutes: 90 });
  expect(carried(block, { day: 0, minute: at("09:30") }, { day: 0, minute: 1440 })).toEqual({ day: 0, start: 1440 - 90, minutes: 90 });
});

test("a block whose edge is pulled keeps its start and at least a quarter of an hour", () => {
  const block = { day: 0, start: at("09:00"), minutes: 90 };
  expect(pulled(block, { day: 2, minute: at("11:02") })).toEqual({ day: 0, start: at("09:00"), minutes: 120 });
  expect(pulled(block, { day: 0, minute: at("08:00") }).minutes).toBe(15);
});

test("what is at the same time stands side by side, what follows stands alone", () => {
  const spans = [[540, 600], [570, 630], [600, 660], [660, 720]].map(([start, end]) => ({ start: start!, end: end! }));
  expect(lanes(spans)).toEqual([{ lane: 0, of: 2 }, { lane: 1, of: 2 }, { lane: 0, of: 2 }, { lane: 0, of: 1 }]);
  expect(lanes([])).toEqual([]);
});

test.each([
  [5, 1],
  [20, 1],
  [30, 2],
  [45, 3],
  [60, 4],
  [90, 6],
])("a piece of %i minutes has room for %i whole lines, none of them cut", (minutes, lines) => expect(linesIn(minutes, 4.5)).toBe(lines));
test("a taller hour has room for more", () => expect(linesIn(60, 6)).toBe(6));

test.each([
  [15, { start: 540, minutes: 45 }, { start: 570, minutes: 30 }, 45],
  [5, { start: 545, minutes: 35 }, { start: 575, minutes: 30 }, 40],
])("drawing, carrying and pulling keep to a grid of %i minutes", (step, laid, moved, long) => {
  expect(drawn({ day: 0, minute: 544 }, { day: 0, minute: 581 }, step)).toEqual({ day: 0, ...laid });
  expect(carried({ day: 0, start: 540, minutes: 30 }, { day: 0, minute: 550 }, { day: 0, minute: 584 }, step)).toEqual({ day: 0, ...moved });
  expect(pulled({ day: 0, start: 540, minutes: 30 }, { day: 0, minute: 582 }, step).minutes).toBe(long);
});

test("the lines beside a minute are those of the grid", () => {
  expect([nextLine(540, 15, true), nextLine(540, 15, false), nextLine(552, 15, true), nextLine(552, 15, false)]).toEqual([555, 525, 555, 540]);
});
