import type { WeekView } from "$host";
import { mockHost } from "$host/mock";
import { beforeAll, expect, test } from "vitest";
import { accountSums, listed, reviewSums, sumOf } from "./figures";

let view: WeekView;
beforeAll(async () => {
  view = await mockHost().call("week", { date: "2026-11-02" });
});
const coming = (key: string) => {
  const sum = sumOf(view, key)!;
  return sum.rows.reduce((so, row) => so + row.minutes, 0) - (sum.differs?.minutes ?? 0);
};

test("every figure comes to what its rows come to, or says why not", () => {
  for (const sum of reviewSums(view)) expect([sum.key, coming(sum.key)]).toEqual([sum.key, sum.minutes]);
});

test("every kind of work, every area and everybody who interrupted opens its own rows", () => {
  const keys = [
    ...view.story.by_activity.flatMap((row) => [`activity|${row.activity}|planned`, `activity|${row.activity}|actual`]),
    ...view.story.by_purpose.flatMap((row) => [`purpose|${row.purpose}|planned`, `purpose|${row.purpose}|actual`]),
    ...view.story.interrupters.map((row) => `who|${row.who}`),
  ];
  expect(keys.length).toBeGreaterThan(20);
  for (const key of keys) expect([key, coming(key)]).toEqual([key, sumOf(view, key)!.minutes]);
});

test("contracted time is the sum of its parts", () => {
  expect(accountSums(view).reduce((so, part) => so + part.minutes, 0)).toBe(view.story.sums.contracted);
});

test("minutes that two entries claim are named and taken off", () => {
  const sum = sumOf(view, "recorded")!;
  expect(sum.differs).toEqual({ minutes: 15, why: "Minutes that two of these claim count once" });
});

test("what was not done says why and whether it is still needed", () => {
  expect(sumOf(view, "not_done")!.rows[0]!.detail).toContain("still needed");
});

test("a figure nobody knows is none", () => expect(sumOf(view, "weather")).toBeNull());

test("entries another screen asks for are listed with their sum", () => {
  const sum = listed(view, [1, 2]);
  expect([sum.label, sum.minutes, sum.rows.map((row) => row.opens)]).toEqual(["2 entries", 65, [{ what: "entry", id: 1 }, { what: "entry", id: 2 }]]);
});
