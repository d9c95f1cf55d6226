import { expect, test } from "vitest";
import { isKept, keepWord } from "./keep";
import { howHidden, moment } from "./words";

test("a word is kept once, whatever its capitals, and can be taken back", () => {
  const kept = keepWord(keepWord([], "Hope", true), "hope ", true);
  expect(kept).toEqual(["hope "]);
  expect(isKept(kept, "HOPE")).toBe(true);
  expect(keepWord(kept, "Hope", false)).toEqual([]);
});

test("taking one word back leaves the others", () => {
  expect(keepWord(["Will", "Hope"], "Will", false)).toEqual(["Hope"]);
});

test("how a name is hidden says the code only where it fits one pupil", () => {
  const found = { word: "Jacob", times: 1, case_codes: ["C-0141"], common_word: false };
  expect(howHidden(found)).toBe("Once, printed as C-0141");
  expect(howHidden({ ...found, times: 3, case_codes: ["C-0141", "C-0146"] })).toMatch(/^3 times, fits C-0141 and C-0146: .*\[name\]$/);
  expect(howHidden({ ...found, case_codes: ["a", "b", "c", "d"] })).toMatch(/fits 4 pupils/);
});

test("a moment is a day and a time", () => {
  expect(moment("2026-11-04T09:40:12.5")).toBe("4 Nov 2026, 09:40");
});
