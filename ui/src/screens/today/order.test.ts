import type { BlockStory, DayKind } from "$host";
import { expect, test } from "vitest";
import { atHandNow, nextOpen, unplanned } from "./order";

const block = (id: number, start: number, is: "open" | "as_planned") => ({ id, start, state: { is } }) as BlockStory;
const day = [block(1, 510, "as_planned"), block(2, 570, "open"), block(3, 645, "open")];

test("the first that waits comes first", () => expect(nextOpen(day, null)).toBe(2));
test("after one that was spoken of comes the next", () => expect(nextOpen(day, 2)).toBe(3));
test("after the last comes one that was passed over", () => expect(nextOpen(day, 3)).toBe(2));
test("when all has been said there is none", () => expect(nextOpen([block(1, 510, "as_planned")], 1)).toBeNull());
test("what lies ahead is not at hand", () => expect([500, 570, 640].map((now) => atHandNow(day, now))).toEqual([null, 2, 2]));
test("of another day all of it is", () => expect(atHandNow(day, null)).toBe(2));
test("every kind of day has its sentence", () => {
  for (const kind of ["open", "inset", "weekend", "bank_holiday", "closure", "holiday", "unknown"] satisfies DayKind[]) expect(unplanned(kind)).toMatch(/^\S.*\.$/);
});
