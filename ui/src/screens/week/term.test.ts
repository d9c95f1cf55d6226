import type { DayKind } from "$host";
import { expect, test } from "vitest";
import { termOf, type Term } from "./term";

const week = (weekdays: DayKind[]) => [...weekdays, "weekend" as const, "weekend" as const].map((kind) => ({ kind }));

test.each<[string, DayKind[], Term]>([
  ["with school on it", ["open", "open", "open", "open", "open"], "in"],
  ["with one day of school", ["holiday", "holiday", "holiday", "holiday", "inset"], "in"],
  ["of the holidays", ["holiday", "holiday", "bank_holiday", "holiday", "closure"], "out"],
  ["of a year without dates", ["unknown", "unknown", "unknown", "unknown", "unknown"], "unknown"],
  ["of a year without dates, with a bank holiday", ["bank_holiday", "unknown", "unknown", "unknown", "unknown"], "unknown"],
])("a week %s", (_, kinds, term) => expect(termOf(week(kinds))).toBe(term));
