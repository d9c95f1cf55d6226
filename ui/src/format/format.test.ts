import { expect, test } from "vitest";
import { clock, clockRange, parseClock } from "./clock";
import { number, plural, sentenceList } from "./count";
import * as dates from "./dates";
import { hoursAndMinutes, minutes, minutesSpoken, parseMinutes, tenthsOfMinutes } from "./duration";
import { keyCaps, keyText } from "./keys";
import { fits } from "./match";

function table<A, B>(name: string, run: (input: A) => B, cases: [A, B][]) {
  test.each(cases)(`${name}: %j is %j`, (input, expected) => expect(run(input)).toEqual(expected));
}

table("minutes", minutes, [
  [0, "0 min"],
  [45, "45 min"],
  [60, "1 h"],
  [85, "1 h 25 min"],
  [1500, "25 h"],
  [-15, "−15 min"],
]);
table("hours and minutes", hoursAndMinutes, [
  [0, "0:00"],
  [45, "0:45"],
  [85, "1:25"],
  [-75, "−1:15"],
]);
table("spoken", minutesSpoken, [
  [0, "0 minutes"],
  [61, "1 hour 1 minute"],
  [120, "2 hours"],
  [-5, "minus 5 minutes"],
]);
table("typed duration", parseMinutes, [
  ["45", 45],
  ["45m", 45],
  ["15 mins", 15],
  ["1h20", 80],
  ["1h", 60],
  ["1 h 25 min", 85],
  ["1:20", 80],
  ["1.5h", 90],
  ["2 hours", 120],
  ["0", 0],
  ["", null],
  ["1:75", null],
  ["1h75", null],
  ["1.5h20", null],
  ["-5", null],
  ["soon", null],
  ["99999", null],
]);
test("what is written can be typed back", () => {
  for (let value = 0; value <= 24 * 60; value += 1) expect(parseMinutes(minutes(value))).toBe(value);
});
table("clock", clock, [
  [0, "00:00"],
  [555, "09:15"],
  [1439, "23:59"],
]);
test("a span of the day", () => expect(clockRange(540, 600)).toBe("09:00–10:00"));
table("typed time", parseClock, [
  ["9", 540],
  ["915", 555],
  ["9:15", 555],
  ["09.15", 555],
  ["0915", 555],
  ["1530", 930],
  ["2:30pm", 870],
  ["12am", 0],
  ["12pm", 720],
  ["0", 0],
  ["24:00", null],
  ["9:60", null],
  ["13pm", null],
  ["", null],
  ["nine", null],
]);
table("day and date", dates.dayDate, [
  ["2026-11-02", "Mon 2 Nov 2026"],
  ["2024-02-29", "Thu 29 Feb 2024"],
  ["1999-12-31", "Fri 31 Dec 1999"],
]);
table("long date", dates.long, [["2026-11-06", "Friday 6 November 2026"]]);
table("short date", dates.short, [["2026-11-02", "2 Nov"]]);
table("Monday of", dates.mondayOf, [
  ["2026-11-02", "2026-11-02"],
  ["2026-11-08", "2026-11-02"],
  ["2027-01-01", "2026-12-28"],
]);
table("range", ([from, to]: [string, string]) => dates.range(from, to), [
  [["2026-11-02", "2026-11-06"], "2–6 Nov 2026"],
  [["2026-11-30", "2026-12-04"], "30 Nov – 4 Dec 2026"],
  [["2026-12-28", "2027-01-01"], "28 Dec 2026 – 1 Jan 2027"],
  [["2026-11-02", "2026-11-02"], "2 Nov 2026"],
]);
table("from today", (iso: string) => dates.fromToday(iso, "2026-11-02"), [
  ["2026-11-02", "today"],
  ["2026-11-03", "tomorrow"],
  ["2026-11-01", "yesterday"],
  ["2026-11-05", "in 3 days"],
  ["2026-10-28", "5 days ago"],
]);
table("age on 2 Nov 2026", (born: string) => dates.age(born, "2026-11-02"), [
  ["2019-08-02", "7 years 3 months"],
  ["2019-08-03", "7 years 2 months"],
  ["2025-11-02", "1 year"],
  ["2026-10-30", "0 months"],
  ["2025-10-02", "1 year 1 month"],
  ["2027-01-01", ""],
]);
table("typed date", dates.parseTyped, [
  ["2/11/2026", "2026-11-02"],
  ["02-11-26", "2026-11-02"],
  ["2 Nov 2026", "2026-11-02"],
  ["2.11.2026", "2026-11-02"],
  ["29/02/2024", "2024-02-29"],
  ["2026-11-02", "2026-11-02"],
  ["29/02/2026", null],
  ["31/04/2026", null],
  ["11/2026", null],
  ["2 Nov", null],
  ["", null],
]);
table("typed date without its year", (text: string) => dates.parseTyped(text, "2026-11-02"), [
  ["4 Jan", "2027-01-04"],
  ["1 sep", "2026-09-01"],
  ["18 december", "2026-12-18"],
  ["30/10", "2026-10-30"],
  ["29 Feb", null],
  ["1 jun", "2026-06-01"],
  ["31/9", null],
]);
table("typed date to come", (text: string) => dates.parseTyped(text, "2026-11-22", true), [
  ["1 jun", "2027-06-01"],
  ["22 nov", "2026-11-22"],
]);
table("moment", dates.moment, [
  ["2026-11-04T09:40:12.5", "4 Nov 2026, 09:40"],
  ["2026-11-04T00:05:00", "4 Nov 2026, 00:05"],
]);
table("moment of a week", dates.momentShort, [["2026-11-02T08:05:00", "Mon 2 Nov 08:05"]]);
table("tenths of minutes", tenthsOfMinutes, [
  [25, "2.5 min"],
  [30, "3.0 min"],
]);
table("plural", ([count, one, many]: [number, string, string]) => plural(count, one, many), [
  [[1, "entry", "entries"], "1 entry"],
  [[0, "entry", "entries"], "0 entries"],
  [[2000, "entry", "entries"], "2,000 entries"],
]);
table("number", number, [
  [999, "999"],
  [60000, "60,000"],
  [-1234, "−1,234"],
]);
table("sentence list", sentenceList, [
  [[], ""],
  [["Ada"], "Ada"],
  [["Ada", "Ben", "Cy"], "Ada, Ben and Cy"],
]);
test("a list of choices is joined by the word it is given", () => expect(sentenceList(["Jack and Jill (2A)", "Ben", "Cy"], "or")).toBe("Jack and Jill (2A), Ben or Cy"));
table("key caps", (keys: string) => keyCaps(keys), [
  ["mod+shift+z", ["Ctrl", "Shift", "Z"]],
  ["g w", ["G", "then", "W"]],
]);
table("key text", (keys: string) => keyText(keys), [
  ["mod+shift+z", "Ctrl+Shift+Z"],
  ["g w", "G then W"],
  ["?", "?"],
]);
test("an Apple keyboard shows its own caps", () => expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]));
table("found by words", ([query, text]: [string, string]) => fits(query, text), [
  [["zo bak", "Zoë Baker"], true],
  [["nguyen", "Nguyễn Thị"], true],
  [["", "anyone"], true],
  [["súill", "Ó Súilleabháin"], true],
  [["aker", "Zoë Baker"], false],
]);
