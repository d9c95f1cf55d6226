// Where things stand on a drawing of a year or of a day, in per cent of its width.
import { daysBetween } from "$format/dates";
import type { YearDraft } from "./year";

export interface Bar {
  name: string;
  left: number;
  width: number;
  /** It ends before it begins, overlaps another, or lies outside the year. */
  wrong: boolean;
}
export interface Tick {
  left: number;
  kind: YearDraft["days_off"][number]["kind"];
}

const MONTHS = ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];

/** The twelve months of an academic year, September first, each with its share of the width. */
export function monthsOf(year: number): { name: string; left: number; width: number }[] {
  return MONTHS.map((name, at) => {
    const [from, to] = [monthFirst(year, at), monthFirst(year, at + 1)];
    return { name, left: share(year, from), width: share(year, to) - share(year, from) };
  });
}

/** The half-terms with both dates, as bars. A wrong one is still drawn, as far as it can be. */
export function barsOf(draft: YearDraft, year: number): Bar[] {
  const [opens, closes] = [monthFirst(year, 0), monthFirst(year, 12)];
  const whole = draft.half_terms.flatMap(({ name, first, last }) => (first && last ? [{ name, first, last }] : []));
  return whole.map(({ name, first, last }) => {
    const overlaps = whole.some((other) => other.name !== name && other.first <= last && first <= other.last);
    const wrong = last < first || first < opens || last >= closes || overlaps;
    const left = within(share(year, first));
    const end = within(share(year, last) + share(year, "day"));
    return { name, left, width: Math.max(end - left, 0.5), wrong };
  });
}

/** The days off that have a date inside the year, as ticks. */
export function ticksOf(draft: YearDraft, year: number): Tick[] {
  return draft.days_off.flatMap(({ date, kind }) => {
    const left = date === null ? -1 : share(year, date);
    return left < 0 || left >= 100 ? [] : [{ left, kind }];
  });
}

/** The hours a drawing of days has to show: 08:00 to 17:00, or more where anything stands outside that. Minutes since midnight. */
export function hoursShown(minutes: readonly number[]): { from: number; to: number } {
  const from = Math.min(8 * 60, ...minutes.map((minute) => Math.floor(minute / 60) * 60));
  const to = Math.max(17 * 60, ...minutes.map((minute) => Math.ceil(minute / 60) * 60));
  return { from, to };
}

function monthFirst(year: number, month: number): string {
  const at = month + 8;
  return `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}

function share(year: number, day: string): number {
  const first = monthFirst(year, 0);
  const length = daysBetween(first, monthFirst(year, 12));
  return ((day === "day" ? 1 : daysBetween(first, day)) / length) * 100;
}

const within = (per: number) => Math.min(100, Math.max(0, per));
