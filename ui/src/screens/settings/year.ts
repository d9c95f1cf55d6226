// An academic year as it is typed: half-terms and days off that may be unfinished. Dates are ISO text; no clock is read.
import { addDays, dayIndex, daysBetween } from "$format/dates";
import type { Calendar, DayOffKind, Fault } from "$host";

export interface HalfTermDraft {
  name: string;
  first: string | null;
  last: string | null;
}
export interface DayOffDraft {
  date: string | null;
  kind: DayOffKind;
  name: string;
}
export interface YearDraft {
  half_terms: HalfTermDraft[];
  days_off: DayOffDraft[];
}

export const KINDS_OF_DAY: Readonly<Record<DayOffKind, string>> = { inset: "INSET day", bank_holiday: "Bank holiday", closure: "Closure" };
const NAMES = ["Autumn 1", "Autumn 2", "Spring 1", "Spring 2", "Summer 1", "Summer 2"];

/** The academic year a day falls in, by the calendar year it begins in: 1 September to 31 August. */
export function academicYear(iso: string): number {
  const [year, month] = iso.split("-").map(Number) as [number, number];
  return month >= 9 ? year : year - 1;
}

/** `2026/27` */
export function yearName(year: number): string {
  return `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** A year ready for typing: what is kept, filled up to six half-terms. */
export function beginYear(kept: Calendar): YearDraft {
  const rest = NAMES.slice(kept.half_terms.length).map((name) => ({ name, first: null, last: null }));
  return { half_terms: [...kept.half_terms.map((term) => ({ ...term })), ...rest], days_off: kept.days_off.map((off) => ({ ...off })) };
}

/** What has been typed, and what a pattern has where nothing was: no date that was typed is lost, nor any day off. */
export function filledFrom(typed: YearDraft, pattern: YearDraft): YearDraft {
  const half_terms = typed.half_terms.map((term, at) => {
    const like = pattern.half_terms[at] ?? term;
    return term.first === null && term.last === null ? like : { ...term, first: term.first ?? like.first, last: term.last ?? like.last };
  });
  half_terms.push(...pattern.half_terms.slice(half_terms.length));
  const known = new Set(typed.days_off.map(({ date }) => date));
  return { half_terms, days_off: [...typed.days_off, ...pattern.days_off.filter(({ date }) => !known.has(date))] };
}

/** Whether a weekday falls inside a half-term that is typed. */
export function fallsInTerm(draft: YearDraft, iso: string): boolean {
  return dayIndex(iso) < 5 && draft.half_terms.some(({ first, last }) => first !== null && last !== null && first <= iso && iso <= last);
}

/** The draft as the core keeps it, or what is unfinished. Half-terms with no date at all are left out. */
export function finishYear(draft: YearDraft): { calendar: Calendar } | { fault: Fault } {
  const half_terms = [];
  for (const [at, { name, first, last }] of draft.half_terms.entries()) {
    if (first === null && last === null) continue;
    if (first === null) return unfinished(`half_terms.${at}.first`, "Type the first day too, or clear the last.");
    if (last === null) return unfinished(`half_terms.${at}.last`, "Type the last day too, or clear the first.");
    half_terms.push({ name, first, last });
  }
  const days_off = [];
  for (const [at, { date, kind, name }] of draft.days_off.entries()) {
    if (date === null) return unfinished(`days_off.${at}.date`, "Type which day it is, or take the line away.");
    days_off.push({ date, kind, name: name.trim() });
  }
  return { calendar: { half_terms, days_off } };
}

/** A fault of the core counts only half-terms with dates; on the page they may stand further down. */
export function atRow(fault: Fault, draft: YearDraft): Fault {
  const match = /^half_terms\.(\d+)\.(.+)$/.exec(fault.field ?? "");
  if (!match) return fault;
  const rows = draft.half_terms.flatMap(({ first, last }, at) => (first === null && last === null ? [] : [at]));
  return { ...fault, field: `half_terms.${rows[Number(match[1])] ?? 0}.${match[2]}` };
}

/** Days pupils come, INSET days, and both together, as far as the draft says. */
export function countDays(draft: YearDraft): { pupils: number; inset: number; staff: number } {
  const off = new Map(draft.days_off.map((day) => [day.date, day.kind]));
  let pupils = 0;
  let inset = 0;
  const days = new Set(draft.half_terms.flatMap(({ first, last }) => (first && last && first <= last ? weekdays(first, last) : [])));
  for (const day of days) if (!off.has(day)) pupils += 1;
  for (const [day, kind] of off) if (day && kind === "inset" && dayIndex(day) < 5) inset += 1;
  return { pupils, inset, staff: pupils + inset };
}

function weekdays(first: string, last: string): string[] {
  const length = Math.min(daysBetween(first, last), 400);
  return Array.from({ length: length + 1 }, (_, at) => addDays(first, at)).filter((day) => dayIndex(day) < 5);
}

function unfinished(field: string, message: string): { fault: Fault } {
  return { fault: { code: "calendar.unfinished", message, field } };
}
