import { expect, test } from "vitest";
import { firstOpen, stepAfter, STEPS } from "./steps";

const nothing = { school: false, calendar: false, hours: false, pupils: false };

test("the steps follow each other, and the last is followed by none", () => {
  expect(STEPS.map(({ name }) => stepAfter(name)?.name ?? null)).toEqual(["calendar", "hours", "pupils", null]);
});

test("set-up begins at the first thing that is not done, even when a later one is", () => {
  for (const [done, name] of [
    [nothing, "school"],
    [{ ...nothing, school: true, hours: true }, "calendar"],
    [{ school: true, calendar: true, hours: true, pupils: true }, null],
  ] as const) {
    expect(firstOpen(done)?.name ?? null).toBe(name);
  }
});
