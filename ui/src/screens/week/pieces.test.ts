import type { WeekView } from "$host";
import { mockHost } from "$host/mock";
import { beforeAll, expect, test } from "vitest";
import { bookOfWeek, withMoved } from "./book";
import { daysShown } from "./geometry";
import { columnOf, columnsOf, dayOfColumn, piecesOf } from "./pieces";
import { ofPlan, settlingOf } from "./settle";

let view: WeekView;
beforeAll(async () => {
  view = await mockHost().call("week", { date: "2026-11-02" });
});
const pieces = (mode: "plan" | "happened") => piecesOf(daysShown(view.story.days), mode, true);
const labelled = (id: string) => pieces("happened").find((piece) => piece.id === id)!;

test("a block says what, when, how long and what became of it", () => {
  expect(labelled("block-5").label).toBe("Annual review: draft the report, Tuesday 09:00 to 10:30, 1 h 30 min, planned, not done, about C-0141");
  expect(piecesOf(view.story.days, "plan", false)[0]!.label).toMatch(/30 min, planned$/);
});

test("an entry says who interrupted and what it pushed out", () => {
  expect(labelled("entry-8").label).toContain("interruption by Head, instead of Annual review: draft the report");
  expect(labelled("entry-7").label).toContain("at home, out of hours");
});

test("each kind of time has its pattern", () => {
  const looks = Object.fromEntries(pieces("happened").map((piece) => [piece.id, piece.look]));
  expect(looks).toMatchObject({ "block-1": "planned", "block-5": "lost", "entry-1": "happened", "entry-2": "interruption", "entry-7": "out-of-hours", "break-2026-11-02-Lunch": "lost" });
});

test("entries without a start are not in the timetable", () => expect(pieces("happened").some((piece) => piece.id === "entry-12")).toBe(false));
test("entries that overlap stand side by side", () => expect([labelled("entry-2"), labelled("entry-3")].map(({ lane, lanes }) => [lane, lanes])).toEqual([[0, 2], [1, 2]]));

test("the keyboard knows a column for the plan and one for what happened", () => {
  expect([columnsOf(5, "plan"), columnsOf(5, "happened")]).toEqual([5, 10]);
  expect(dayOfColumn(columnOf(3, "happened", "happened"), "happened")).toBe(3);
  expect(columnOf(3, "happened", "plan")).toBe(3);
});

test("a block that was moved is shown where it was put", () => {
  const book = withMoved(bookOfWeek(view), new Map([[1, { date: "2026-11-05", start: 600, minutes: 45 }]]));
  const on = (date: string) => book.days.find((day) => day.date === date)!.blocks.map((block) => block.id);
  expect([on("2026-11-02").includes(1), on("2026-11-05").includes(1)]).toEqual([false, true]);
  expect(book.blocks.find((block) => block.id === 1)).toMatchObject({ start: 600, minutes: 45, title: "TA briefing and the week’s cover" });
});

test("everything in the way of closing can be settled", () => {
  const how = view.blockers.map((blocker) => settlingOf(blocker, view, "2026-11-04").how);
  expect(how).toEqual(["overlap", "classify", "blocks", "gaps"]);
  const gaps = settlingOf(view.blockers[3]!, view, "2026-11-03");
  expect(gaps.how === "gaps" && gaps.gaps.every((gap) => gap.date <= "2026-11-03") && gaps.gaps.length > 0).toBe(true);
  const unknown = settlingOf({ ...view.blockers[0]!, code: "week.new" }, view, "2026-11-04");
  expect(unknown).toEqual({ how: "entries", entries: [2, 3] });
});

test("what is worth knowing of a plan opens its blocks", () => {
  const twice = { code: "plan.overlap", weight: "notice" as const, message: "Two blocks.", date: "2026-11-02", entries: [], blocks: [1, 2] };
  expect(ofPlan([...view.blockers, twice])).toEqual([twice]);
  expect(settlingOf(twice, view, "2026-11-04")).toEqual({ how: "blocks", blocks: [1, 2] });
});
