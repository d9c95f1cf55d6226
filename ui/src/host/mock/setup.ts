// The school, its dates, its hours and its kinds of work. With `?fresh` in the address nothing has been typed yet.
import england from "../../../../src-tauri/crates/domain/rules/england.json";
import type { Answers } from "../mock";
import type { Calendar, Fault, Noun, RulePack, WeekHours } from "../types";
import { activities, hours } from "./week/data";

const THIS_YEAR: Calendar = {
  half_terms: [
    { name: "Autumn 1", first: "2026-09-02", last: "2026-10-23" },
    { name: "Autumn 2", first: "2026-11-02", last: "2026-12-18" },
    { name: "Spring 1", first: "2027-01-04", last: "2027-02-12" },
    { name: "Spring 2", first: "2027-02-22", last: "2027-03-25" },
    { name: "Summer 1", first: "2027-04-12", last: "2027-05-28" },
    { name: "Summer 2", first: "2027-06-07", last: "2027-07-21" },
  ],
  days_off: [
    { date: "2026-09-02", kind: "inset", name: "Autumn INSET" },
    { date: "2026-11-02", kind: "inset", name: "Safeguarding" },
    { date: "2027-01-04", kind: "inset", name: "" },
    { date: "2027-05-03", kind: "bank_holiday", name: "Early May bank holiday" },
    { date: "2027-07-21", kind: "closure", name: "Polling station" },
  ],
};
/** The dates offered for the year after. */
const NEXT_YEAR: Calendar = {
  half_terms: [
    { name: "Autumn 1", first: "2027-09-01", last: "2027-10-22" },
    { name: "Autumn 2", first: "2027-11-01", last: "2027-12-17" },
    { name: "Spring 1", first: "2028-01-04", last: "2028-02-11" },
    { name: "Spring 2", first: "2028-02-21", last: "2028-03-23" },
    { name: "Summer 1", first: "2028-04-10", last: "2028-05-26" },
    { name: "Summer 2", first: "2028-06-05", last: "2028-07-19" },
  ],
  days_off: [
    { date: "2027-09-01", kind: "inset", name: "Autumn INSET" },
    { date: "2028-05-01", kind: "bank_holiday", name: "Early May bank holiday" },
  ],
};
const NO_DATES: Calendar = { half_terms: [], days_off: [] };
const dated = <T extends object>(code: T) => ({ from: null, to: null, ...code });

export function answers(): Answers {
  const fresh = new URLSearchParams(globalThis.location?.search ?? "").has("fresh");
  const years = new Map<number, Calendar>(fresh ? [] : [[2026, THIS_YEAR]]);
  let patterns: WeekHours[] = fresh ? [] : [{ from: "2026-09-01", days: hours }];
  let school = !fresh;
  const kept = (undo: string, noun: Noun) => ({ value: null, changed: [noun], undo });
  const refuse = (code: string, message: string, field: string): never => {
    throw { code, message, field } satisfies Fault;
  };

  return {
    setup: () => ({ school, calendar: years.has(2026), hours: patterns.length > 0, pupils: !fresh }),
    school_save: ({ details }) => {
      if (!details.name.trim()) refuse("school.no_name", "The school needs a name: it heads every pack.", "name");
      school = true;
      return kept("School's details changed", "school");
    },
    schools: () => (school ? [{ school: { id: 1, name: "Example Primary", senco: "", head: "" }, chosen: true, weekdays: [0, 1, 2, 3, 4], clashes: [] }] : []),
    calendar: ({ year }) => years.get(year) ?? NO_DATES,
    calendar_save: ({ year, calendar }) => {
      calendar.half_terms.forEach(({ name, first, last }, at) => {
        if (last < first) refuse("calendar.backwards", `${name} ends before it begins. No dates were changed.`, `half_terms.${at}.last`);
        const before = calendar.half_terms[at - 1];
        if (before && first <= before.last) refuse("calendar.overlap", `${name} begins before ${before.name} has ended. No dates were changed.`, `half_terms.${at}.first`);
      });
      years.set(year, calendar);
      return kept("Dates of a year changed", "calendar");
    },
    calendar_offered: ({ year }) => ({
      calendar: year === 2027 && years.has(2026) ? NEXT_YEAR : NO_DATES,
      bank_holidays: [{ date: `${year + 1}-05-${year === 2026 ? "03" : "01"}`, kind: "bank_holiday", name: "Early May bank holiday" }],
      gaps: years.has(year) ? [] : [{ kind: "no_dates", sentence: "No dates of this year are typed yet, so each weekday counts as a school day." }],
    }),
    calendar_read: ({ year }) => ({
      calendar: { half_terms: [{ name: "Autumn 1", first: `${year}-09-06`, last: `${year}-10-21` }], days_off: [] },
      outside: [
        { date: `${year}-09-20`, kind: "closure", name: "Polling day" },
        { date: `${year + 1}-05-03`, kind: "bank_holiday", name: "Bank holiday" },
      ],
      problems: [{ line: 12, summary: "Half-term begins", sentence: "“Half-term begins” may be the first day of it or of the holiday, so it was left out." }],
      unlisted: 0,
    }),
    hours: ({ date }) => patterns.filter(({ from }) => from <= date).sort((one, other) => one.from.localeCompare(other.from)).at(-1) ?? null,
    hours_list: () => [...patterns].sort((one, other) => one.from.localeCompare(other.from)),
    hours_remove: ({ from }) => {
      if (patterns.length === 1) refuse("hours.only", "These are the only hours there are, so they stay. Change them instead; nothing was changed.", "from");
      patterns = patterns.filter((one) => one.from !== from);
      return kept("Hours taken away", "hours");
    },
    hours_save: ({ hours: typed }) => {
      typed.days.forEach((day, at) => {
        for (const part of ["teaching", "protected"] as const) {
          for (const span of day[part]) {
            if (!day.contracted || span.start < day.contracted.start || span.end > day.contracted.end) {
              refuse("hours.outside", "It must lie inside the contracted hours of that day. No hours were changed.", `days.${at}.${part}`);
            }
          }
        }
      });
      patterns = [...patterns.filter(({ from }) => from !== typed.from), typed];
      return kept("Hours changed", "hours");
    },
    activity_add: ({ activity }) => {
      if (!activity.name) refuse("activity.name", "A kind of work needs a name of 80 characters at most. Nothing was changed.", "activity.name");
      const id = 1 + Math.max(...activities.map((one) => one.id));
      activities.push({ ...activity, id });
      return { ...kept("Kind of work added", "activity"), value: id };
    },
    activity_save: ({ activity }) => {
      if (!activity.name) refuse("activity.name", "A kind of work needs a name of 80 characters at most. Nothing was changed.", "activity.name");
      activities.splice(activities.findIndex(({ id }) => id === activity.id), 1, activity);
      return kept("Kind of work changed", "activity");
    },
    rules: () =>
      ({ ...england, statuses: england.statuses.map(dated), needs: england.needs.map((need) => dated({ statuses: [], ...need })) }) as unknown as RulePack,
  };
}
