import type { Frequency } from "$host";
import { expect, test } from "vitest";
import { anchorWords, learnedWords, left, timeWords } from "../words";
import { anchorsFor, choicesFor, fitted, keyOf } from "./anchors";

test.each<[Frequency, string[]]>([
  ["daily", ["each_day"]],
  ["weekly", ["weekday"]],
  ["half_termly", ["week", "before half_term_end", "before plan_review"]],
  ["termly", ["week", "before term_end", "before census", "before plan_review"]],
  ["yearly", ["month", "date", "before census", "before plan_review"]],
  ["ad_hoc", ["none"]],
])("%s work hangs on what fits it", (frequency, keys) => {
  expect(anchorsFor(frequency).map(keyOf)).toEqual(keys);
  expect(choicesFor(frequency).every((one) => one.label !== "")).toBe(true);
});

test("another frequency keeps the day where it fits, and takes the usual one where it does not", () => {
  const review = { on: "before", days: 7, event: "plan_review" } as const;
  expect(fitted(review, "yearly")).toEqual(review);
  expect(fitted(review, "weekly")).toEqual({ on: "weekday", weekday: 4 });
});

test("a day in words", () => {
  expect(anchorWords({ on: "week", week: -2, weekday: 2 })).toBe("Wednesday of the last but one week");
  expect(anchorWords({ on: "before", days: 1, event: "census" })).toBe("1 day before a census day");
  expect(anchorWords({ on: "date", month: 2, day: 29 })).toBe("29 February");
});

test("time in words, and what is left as the core reckons", () => {
  expect(timeWords({ spent: 20, estimate: 60 })).toBe("20 min of 1 h");
  expect(timeWords({ spent: 0, estimate: null })).toBe("");
  expect(left({ estimate: 50, state: { is: "part", percent: 33 } })).toBe(34);
  expect(left({ estimate: 50, state: { is: "done" } })).toBe(0);
  expect(learnedWords(60, 400, 4)).toBe("You allow 1 h; the last four took a median of 6 h 40 min");
});
