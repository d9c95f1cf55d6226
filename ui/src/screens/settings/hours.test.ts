import { expect, test } from "vitest";
import { beginHours, copyDay, DAY_NAMES, dayOf, daysWords, emptyDay, finishHours, inForce, nextStart, otherWorkdays, totals, type DayDraft } from "./hours";

const day: DayDraft = {
  contracted: { start: 510, end: 990 },
  teaching: [{ start: 540, end: 630 }, { start: 780, end: null }],
  protected: [{ start: 645, end: 735 }],
  breaks: [{ name: "Lunch", span: { start: 735, end: 780 } }],
};
const week = (...days: DayDraft[]) => ({ from: "2026-09-01", days: DAY_NAMES.map((_, at) => days[at] ?? emptyDay()) });

test("a week is Monday to Sunday", () => {
  expect([DAY_NAMES.length, DAY_NAMES[0], DAY_NAMES[6]]).toEqual([7, "Monday", "Sunday"]);
});

test("totals count finished spans alone", () => {
  expect(totals([day, emptyDay(), day])).toEqual({ contracted: 960, teaching: 180, protected: 180, breaks: 90 });
  expect(totals([{ ...emptyDay(), teaching: [{ start: 600, end: 540 }] }]).teaching).toBe(0);
});

test("what is unfinished is said at its day and part", () => {
  for (const [wrong, field] of [
    [day, "days.2.teaching"],
    [{ ...emptyDay(), contracted: { start: null, end: 900 } }, "days.2.contracted"],
    [{ ...emptyDay(), breaks: [{ name: " ", span: { start: 735, end: 780 } }] }, "days.2.breaks"],
    [{ ...emptyDay(), breaks: ["Lunch", "lunch"].map((name, at) => ({ name, span: { start: 600 + at * 60, end: 630 + at * 60 } })) }, "days.2.breaks"],
  ] as [DayDraft, string][]) {
    expect(finishHours(week(emptyDay(), emptyDay(), wrong))).toMatchObject({ fault: { field } });
  }
  expect(finishHours({ ...week(), from: null })).toMatchObject({ fault: { field: "from" } });
});

test("spans left empty are dropped, and a day without contracted hours is not worked", () => {
  const done = finishHours(week({ ...day, teaching: [{ start: null, end: null }] }));
  expect(done).toMatchObject({ hours: { from: "2026-09-01" } });
  if (!("hours" in done)) return;
  expect(done.hours.days.map(({ contracted }) => contracted !== null)).toEqual([true, false, false, false, false, false, false]);
  expect(done.hours.days[0]!.teaching).toEqual([]);
  expect(finishHours(beginHours(done.hours, ""))).toEqual(done);
});

test("a day is copied, not shared", () => {
  const copied = copyDay(week(day).days, 0, [2, 4]);
  expect([copied[1], copied[2], copied[4]]).toEqual([emptyDay(), day, day]);
  expect(copied[2]!.teaching).not.toBe(day.teaching);
});

test("the hours in force are the latest that began, or the earliest there are", () => {
  const patterns = ["2026-09-01", "2027-01-04"].map((from) => ({ from, days: [] }));
  const on = (day: string) => inForce(patterns, day)?.from;
  expect([on("2026-01-01"), on("2027-01-03"), on("2027-01-04"), inForce([], "2026-11-04")]).toEqual(["2026-09-01", "2026-09-01", "2027-01-04", null]);
});

test("changed hours can begin next Monday, unless they begin later anyway", () => {
  const from = (day: string) => nextStart({ from: day, days: [] }, "2026-11-04");
  expect([from("2026-09-01"), from("2026-11-09"), from("2027-01-04"), nextStart(null, "2026-11-04")]).toEqual(["2026-11-09", null, null, null]);
});

test("a fault says which day to open", () => {
  expect(dayOf({ code: "hours.outside", message: "", field: "days.3.teaching" })).toBe(3);
  expect(dayOf({ code: "hours.x", message: "", field: "from" })).toBeNull();
});

test("where hours can be copied is said by the days' names", () => {
  expect([0, 2, 4, 6].map((day) => daysWords(otherWorkdays(day)))).toEqual(["Tuesday to Friday", "Monday, Tuesday, Thursday and Friday", "Monday to Thursday", "Monday to Friday"]);
  expect(daysWords([3, 4])).toBe("Thursday and Friday");
});
