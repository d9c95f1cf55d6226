// A week's hours as they are typed: spans may be half finished. Times are minutes since midnight; no clock is read.
import { sentenceList } from "$format/count";
import { addDays, dayName, mondayOf } from "$format/dates";
import type { Clock, DayHours, Fault, Span, WeekHours } from "$host";

export interface SpanDraft {
  start: Clock | null;
  end: Clock | null;
}
export interface BreakDraft {
  name: string;
  span: SpanDraft;
}
export interface DayDraft {
  contracted: SpanDraft;
  teaching: SpanDraft[];
  protected: SpanDraft[];
  breaks: BreakDraft[];
}
export interface HoursDraft {
  from: string | null;
  days: DayDraft[];
}
export type Part = "contracted" | "teaching" | "protected" | "breaks";

export const PARTS: Readonly<Record<Part, string>> = { contracted: "Contracted", teaching: "Teaching", protected: "Protected SENCO time", breaks: "Breaks" };
const A_MONDAY = "2000-01-03";

/** Monday to Sunday. */
export const DAY_NAMES: readonly string[] = Array.from({ length: 7 }, (_, at) => dayName(addDays(A_MONDAY, at)));

/** Hours ready for typing; seven empty days where none are kept. */
export function beginHours(kept: WeekHours | null, from: string): HoursDraft {
  if (!kept) return { from, days: DAY_NAMES.map(emptyDay) };
  return {
    from: kept.from,
    days: kept.days.map((day) => ({
      contracted: day.contracted ? { ...day.contracted } : emptySpan(),
      teaching: day.teaching.map((span) => ({ ...span })),
      protected: day.protected.map((span) => ({ ...span })),
      breaks: day.breaks.map(({ name, span }) => ({ name, span: { ...span } })),
    })),
  };
}

/** The pattern in force on a day: the latest that began by then, or the earliest there is. The oldest comes first. */
export const inForce = (patterns: readonly WeekHours[], day: string): WeekHours | null => patterns.findLast(({ from }) => from <= day) ?? patterns[0] ?? null;

/** The Monday from which changed hours can hold without rewriting those before it; null where they begin later anyway. */
export function nextStart(kept: WeekHours | null, today: string): string | null {
  const monday = addDays(mondayOf(today), 7);
  return kept && kept.from < monday ? monday : null;
}

export const emptySpan = (): SpanDraft => ({ start: null, end: null });
export const emptyDay = (): DayDraft => ({ contracted: emptySpan(), teaching: [], protected: [], breaks: [] });

/** The draft as the core keeps it, or what is unfinished. Spans with neither time are left out. */
export function finishHours(draft: HoursDraft): { hours: WeekHours } | { fault: Fault } {
  if (draft.from === null) return unfinished("from", "Type the first day these hours hold.");
  const days: DayHours[] = [];
  for (const [at, day] of draft.days.entries()) {
    const halves = partsOf(day).find(([, span]) => (span.start === null) !== (span.end === null));
    if (halves) return unfinished(`days.${at}.${halves[0]}`, "Type both times, or clear the one that is there.");
    const breaks = day.breaks.flatMap(({ name, span }) => (whole(span) ? [{ name: name.trim(), span: { ...span } }] : []));
    if (breaks.some(({ name }) => name === "")) return unfinished(`days.${at}.breaks`, "Give each break a name, such as Lunch.");
    if (new Set(breaks.map(({ name }) => name.toLowerCase())).size < breaks.length) {
      return unfinished(`days.${at}.breaks`, "Two breaks of a day need two names, so that each can be marked as taken or missed.");
    }
    days.push({
      contracted: whole(day.contracted) ? { ...day.contracted } : null,
      teaching: day.teaching.filter(whole).map((span) => ({ ...span })),
      protected: day.protected.filter(whole).map((span) => ({ ...span })),
      breaks,
    });
  }
  return { hours: { from: draft.from, days } };
}

/** Minutes of each part of these days. Spans that are not finished, or backwards, count nothing. */
export function totals(days: readonly DayDraft[]): Record<Part, number> {
  const sum: Record<Part, number> = { contracted: 0, teaching: 0, protected: 0, breaks: 0 };
  for (const day of days) for (const [part, span] of partsOf(day)) if (whole(span)) sum[part] += Math.max(0, span.end - span.start);
  return sum;
}

/** Monday to Friday without one of them: where its hours are likely to be copied. */
export const otherWorkdays = (at: number): number[] => [0, 1, 2, 3, 4].filter((other) => other !== at);

/** Days by their names, those that follow each other as a stretch: `Tuesday to Friday`, `Monday, Tuesday, Thursday and Friday`. */
export function daysWords(days: readonly number[]): string {
  const names = days.map((day) => DAY_NAMES[day] ?? "");
  const [first, last] = [days[0] ?? 0, days.at(-1) ?? 0];
  return days.length > 2 && last - first === days.length - 1 ? `${names[0]} to ${names.at(-1)}` : sentenceList(names);
}

/** The week with one day's hours put on others too. */
export function copyDay(days: readonly DayDraft[], from: number, onto: readonly number[]): DayDraft[] {
  return days.map((day, at) => (onto.includes(at) ? (structuredClone(days[from]) ?? emptyDay()) : day));
}

/** Every finished span of a day, for drawing. */
export function drawn(day: DayDraft): { part: Part; span: Span; name: string }[] {
  return partsOf(day).flatMap(([part, span, name]) => (whole(span) && span.end > span.start ? [{ part, span, name }] : []));
}

/** The weekday a fault of the core is about, Monday 0. */
export function dayOf(fault: Fault | null): number | null {
  const match = /^days\.(\d)\./.exec(fault?.field ?? "");
  return match ? Number(match[1]) : null;
}

function partsOf(day: DayDraft): [Part, SpanDraft, string][] {
  return [
    ["contracted", day.contracted, PARTS.contracted],
    ...day.teaching.map((span): [Part, SpanDraft, string] => ["teaching", span, PARTS.teaching]),
    ...day.protected.map((span): [Part, SpanDraft, string] => ["protected", span, PARTS.protected]),
    ...day.breaks.map(({ name, span }): [Part, SpanDraft, string] => ["breaks", span, name]),
  ];
}

const whole = (span: SpanDraft): span is Span => span.start !== null && span.end !== null;

function unfinished(field: string, message: string): { fault: Fault } {
  return { fault: { code: "hours.unfinished", message, field } };
}
