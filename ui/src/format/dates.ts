// Civil dates are ISO text (`2026-11-02`). Nothing here reads a clock: today is always an argument.
import { CalendarDate, parseDate as parseIso, parseDateTime, toCalendarDate } from "@internationalized/date";
import { clock } from "./clock";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const A_MONDAY = new CalendarDate(2000, 1, 3);

/** `Mon 2 Nov 2026` */
export function dayDate(iso: string): string {
  const date = parseIso(iso);
  return `${dayName(iso).slice(0, 3)} ${date.day} ${month(date)} ${date.year}`;
}

/** `Mon 2 Nov` */
export function dayShort(iso: string): string {
  return `${dayName(iso).slice(0, 3)} ${short(iso)}`;
}

/** `2 Nov` */
export function short(iso: string): string {
  const date = parseIso(iso);
  return `${date.day} ${month(date)}`;
}

/** `2 Nov 2026` */
export function medium(iso: string): string {
  return `${short(iso)} ${parseIso(iso).year}`;
}

/** `Monday 2 November 2026` */
export function long(iso: string): string {
  const date = parseIso(iso);
  return `${dayName(iso)} ${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** `02/11/2026`, as a date is typed. */
export function typed(iso: string): string {
  const date = parseIso(iso);
  return `${String(date.day).padStart(2, "0")}/${String(date.month).padStart(2, "0")}/${date.year}`;
}

/** `2–6 Nov 2026`, `30 Nov – 4 Dec 2026`, `28 Dec 2026 – 1 Jan 2027`; one day is `2 Nov 2026`. */
export function range(from: string, to: string): string {
  const [first, last] = [parseIso(from), parseIso(to)];
  if (first.compare(last) === 0) return medium(from);
  if (first.year !== last.year) return `${medium(from)} – ${medium(to)}`;
  if (first.month !== last.month) return `${short(from)} – ${medium(to)}`;
  return `${first.day}–${medium(to)}`;
}

/** `4 Nov 2026, 09:40`, from a moment as the core keeps it (`2026-11-04T09:40:00`). */
export function moment(at: string): string {
  const { day, time } = parts(at);
  return `${medium(day)}, ${time}`;
}

/** `Mon 2 Nov 08:05`, from a moment as the core keeps it. */
export function momentShort(at: string): string {
  const { day, time } = parts(at);
  return `${dayShort(day)} ${time}`;
}

/** How far away a day is: `today`, `tomorrow`, `in 3 days`, `yesterday`, `5 days ago`. */
export function fromToday(iso: string, today: string): string {
  const days = daysBetween(today, iso);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** Age on a day: `7 years 3 months`, `11 months`; before birth it is empty. */
export function age(born: string, on: string): string {
  const months = wholeMonths(born, on);
  if (months < 0) return "";
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [];
  if (years > 0) parts.push(`${years} ${years === 1 ? "year" : "years"}`);
  if (rest > 0 || years === 0) parts.push(`${rest} ${rest === 1 ? "month" : "months"}`);
  return parts.join(" ");
}

/** `Monday` to `Sunday`. */
export function dayName(iso: string): string {
  return DAYS[dayIndex(iso)]!;
}

/** 0 for Monday to 6 for Sunday. */
export function dayIndex(iso: string): number {
  const days = parseIso(iso).compare(A_MONDAY);
  return ((days % 7) + 7) % 7;
}

/** The Monday of the week a day is in. */
export function mondayOf(iso: string): string {
  return addDays(iso, -dayIndex(iso));
}

/** A day some calendar days later, or earlier when negative. */
export function addDays(iso: string, days: number): string {
  return parseIso(iso).add({ days }).toString();
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return parseIso(to).compare(parseIso(from));
}

/** True for an ISO date that exists. */
export function isDate(text: string): boolean {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseIso(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * The ISO date that was typed (`2/11/2026`, `02-11-26`, `2 Nov 2026`, `2026-11-02`), or null when there is no such day. Where today is given the
 * year may be left out: it is the one that brings the day nearest, or with `ahead` the first that is not past.
 */
export function parseTyped(text: string, today?: string, ahead = false): string | null {
  const trimmed = text.trim().toLowerCase();
  if (isDate(trimmed)) return trimmed;
  if (today && isDate(today) && /^\d{1,2}[/.\- ]([a-z]{3,9}|\d{1,2})$/.test(trimmed)) return nearest(trimmed, today, ahead);
  const match = /^(\d{1,2})[/.\- ]([a-z]{3,9}|\d{1,2})[/.\- ](\d{4}|\d{2})$/.exec(trimmed);
  if (!match) return null;
  const monthNumber = monthFrom(match[2]!);
  if (monthNumber === null) return null;
  const iso = `${century(match[3]!)}-${String(monthNumber).padStart(2, "0")}-${match[1]!.padStart(2, "0")}`;
  return isDate(iso) ? iso : null;
}

function nearest(dayAndMonth: string, today: string, ahead: boolean): string | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].map((each) => parseTyped(`${dayAndMonth} ${each}`)).filter((day) => day !== null && (!ahead || day >= today)) as string[];
  const away = (day: string) => Math.abs(daysBetween(today, day));
  return days.sort((one, other) => away(one) - away(other))[0] ?? null;
}

function parts(at: string): { day: string; time: string } {
  const moment = parseDateTime(at);
  return { day: toCalendarDate(moment).toString(), time: clock(moment.hour * 60 + moment.minute) };
}

function wholeMonths(born: string, on: string): number {
  const [from, to] = [parseIso(born), parseIso(on)];
  return (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day ? 1 : 0);
}

function month(date: CalendarDate): string {
  return MONTHS[date.month - 1]!.slice(0, 3);
}

function monthFrom(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text));
  return index < 0 ? null : index + 1;
}

// Two digits are read as this century: nobody in a school register was born before 2000, and staff dates are not kept.
function century(text: string): string {
  return text.length === 2 ? `20${text}` : text;
}
