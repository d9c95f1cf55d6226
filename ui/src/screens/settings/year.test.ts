import { expect, test } from "vitest";
import { barsOf, hoursShown, monthsOf, ticksOf } from "./strip";
import { academicYear, atRow, beginYear, countDays, fallsInTerm, filledFrom, finishYear, yearName } from "./year";

const LAST = {
  half_terms: [
    { name: "Autumn 1", first: "2025-09-03", last: "2025-10-24" },
    { name: "Autumn 2", first: "2025-11-03", last: "2025-12-19" },
  ],
  days_off: [
    { date: "2025-09-03", kind: "inset" as const, name: "Autumn INSET" },
    { date: "2025-12-01", kind: "closure" as const, name: "Boiler" },
  ],
};

/** A later year as it is offered. */
const PATTERN = beginYear({
  half_terms: [
    { name: "Autumn 1", first: "2026-09-02", last: "2026-10-23" },
    { name: "Autumn 2", first: "2026-11-02", last: "2026-12-18" },
  ],
  days_off: [{ date: "2026-09-02", kind: "inset", name: "Autumn INSET" }],
});

test("an academic year runs from 1 September to 31 August", () => {
  for (const [day, year] of [["2026-08-31", 2025], ["2026-09-01", 2026], ["2027-01-04", 2026]] as const) expect(academicYear(day)).toBe(year);
  expect([yearName(2026), yearName(2099)]).toEqual(["2026/27", "2099/00"]);
});

test("a day falls in term only on a weekday inside a half-term that is typed", () => {
  const draft = beginYear(LAST);
  expect(["2025-09-03", "2025-10-25", "2025-10-24", "2025-10-27", "2026-05-04"].map((day) => fallsInTerm(draft, day))).toEqual([true, false, true, false, false]);
});

test("half-terms without dates are not kept, and half a date is asked for where it is missing", () => {
  const draft = beginYear({ half_terms: [], days_off: [] });
  expect(finishYear(draft)).toEqual({ calendar: { half_terms: [], days_off: [] } });
  draft.half_terms[3]!.first = "2027-02-22";
  expect(finishYear(draft)).toMatchObject({ fault: { field: "half_terms.3.last" } });
});

test("a fault of the core is shown at the row it is about, past rows that are blank", () => {
  const draft = beginYear(LAST);
  draft.half_terms[1] = { name: "Autumn 2", first: null, last: null };
  draft.half_terms[2] = { name: "Spring 1", first: "2026-01-05", last: "2026-01-01" };
  expect(atRow({ code: "calendar.backwards", message: "", field: "half_terms.1.last" }, draft).field).toBe("half_terms.2.last");
  expect(atRow({ code: "x", message: "", field: "days_off.1.date" }, draft).field).toBe("days_off.1.date");
});

test("days are counted once: weekdays of half-terms, less days off, INSET days for staff alone", () => {
  const draft = beginYear({
    half_terms: [{ name: "A", first: "2026-11-02", last: "2026-11-13" }],
    days_off: [
      { date: "2026-11-02", kind: "inset", name: "" },
      { date: "2026-11-06", kind: "closure", name: "" },
    ],
  });
  expect(countDays(draft)).toEqual({ pupils: 8, inset: 1, staff: 9 });
});

test("the strip covers the year from end to end, and marks what cannot be", () => {
  const months = monthsOf(2026);
  expect([months[0]!.name, months[0]!.left, months.length]).toEqual(["Sep", 0, 12]);
  expect(months[11]!.left + months[11]!.width).toBeCloseTo(100);
  const draft = beginYear({
    half_terms: [
      { name: "A", first: "2026-09-02", last: "2026-10-23" },
      { name: "B", first: "2026-10-20", last: "2026-12-18" },
      { name: "C", first: "2027-01-04", last: "2027-02-12" },
      { name: "D", first: "2027-07-01", last: "2027-09-02" },
    ],
    days_off: [{ date: "2026-09-01", kind: "inset", name: "" }, { date: "2028-01-01", kind: "inset", name: "" }],
  });
  expect(barsOf(draft, 2026).map(({ name, wrong }) => [name, wrong])).toEqual([["A", true], ["B", true], ["C", false], ["D", true]]);
  expect(ticksOf(draft, 2026)).toEqual([{ left: 0, kind: "inset" }]);
});

test("days are drawn from 08:00 to 17:00, or as far as anything reaches", () => {
  expect(hoursShown([])).toEqual({ from: 480, to: 1020 });
  expect(hoursShown([7 * 60 + 40, 18 * 60 + 5])).toEqual({ from: 420, to: 1140 });
});

test("filling in from a pattern loses no date that was typed and no day off", () => {
  const typed = beginYear({ half_terms: [{ name: "Autumn 1", first: "2026-09-07", last: "2026-10-23" }], days_off: [{ date: "2027-05-03", kind: "bank_holiday", name: "Early May" }] });
  const filled = filledFrom(typed, PATTERN);
  expect(filled.half_terms.slice(0, 3)).toMatchObject([{ first: "2026-09-07", last: "2026-10-23" }, { first: "2026-11-02", last: "2026-12-18" }, { first: null }]);
  expect(filled.days_off.map(({ date }) => date)).toEqual(["2027-05-03", "2026-09-02"]);
  expect(filledFrom(filled, PATTERN)).toEqual(filled);
  const longer = { half_terms: Array.from({ length: 7 }, (_, at) => ({ name: `T${at}`, first: null, last: null })), days_off: [] };
  expect(filledFrom(beginYear({ half_terms: [], days_off: [] }), longer).half_terms).toHaveLength(7);
});
