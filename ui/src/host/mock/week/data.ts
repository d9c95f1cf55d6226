// A believable week for looking at the screens: planned, frozen on Monday, half lived. Everybody in it is invented.
import type { Activity, Block, BlockState, BreakMark, DayHours, Entry, EntryKind, Place, Purpose, RegisterRow, Week } from "../../types";

const AREAS: Record<string, Purpose> = { s: "strategy", l: "learning", t: "staff", r: "resources" };
const KINDS_OF_WORK: [string, string, string][] = [
  ["Annual reviews", "s", "s"],
  ["EHC assessment requests and advice", "s", "sa"],
  ["SEN Support plans and reviews", "l", "s"],
  ["Meetings with parents", "s", ""],
  ["Calls and messages with families", "s", ""],
  ["Observing and assessing", "l", "p"],
  ["Teaching and interventions", "l", "p"],
  ["Supporting a pupil", "l", "p"],
  ["Advice to teachers", "t", ""],
  ["Training staff", "t", ""],
  ["Managing teaching assistants", "t", ""],
  ["TA timetables and cover", "r", "a"],
  ["Outside agencies", "r", ""],
  ["Provision map and costs", "r", "a"],
  ["Records and paperwork", "r", "a"],
  ["Email and messages", "r", "a"],
  ["Reports to SLT and governors", "s", "a"],
  ["Policy and planning", "s", ""],
  ["Safeguarding and other roles", "t", "o"],
  ["Keeping this daybook", "r", "ab"],
];

export const activities: Activity[] = KINDS_OF_WORK.map(([name, area, flags], at) => ({
  id: at + 1,
  name,
  purpose: AREAS[area]!,
  statutory: flags.includes("s"),
  administrative: flags.includes("a"),
  with_pupils: flags.includes("p"),
  other_role: flags.includes("o"),
  own_burden: flags.includes("b"),
  retired: false,
}));

const PEOPLE: [string, string, string][] = [
  ["Jacob", "Osborne", "4B"],
  ["Zoë", "Nguyễn-Whitfield", "5A"],
  ["Amira", "Haddad", "4B"],
  ["Łukasz", "Wiśniewski", "3C"],
  ["Bartholomew", "Featherstonehaugh-Cholmondeley", "RA"],
  ["Jacob", "Turner", "2A"],
];
const NO_FLAGS = { pupil_premium: false, looked_after: false, social_care: false, eal: false, young_carer: false };

export const people: RegisterRow[] = PEOPLE.map(([forename, surname, group], at) => ({
  id: at + 1,
  case_code: `C-${String(141 + at).padStart(4, "0")}`,
  surname,
  forename,
  born: "2017-05-14",
  year: group.slice(0, 1),
  class: group,
  status: at % 2 ? "E" : "K",
  since: "2025-09-03",
  needs: ["SLCN"],
  flags: NO_FLAGS,
  own_flags: [],
  more: {},
}));

const at = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
const worked = (teaching: [string, string][], guarded: [string, string][]): DayHours => ({
  contracted: span("08:15", "16:30"),
  teaching: teaching.map(([from, to]) => span(from, to)),
  protected: guarded.map(([from, to]) => span(from, to)),
  breaks: [
    { name: "Break", span: span("10:30", "10:45") },
    { name: "Lunch", span: span("12:15", "13:00") },
  ],
});
export const NO_HOURS: DayHours = { contracted: null, teaching: [], protected: [], breaks: [] };

/** Monday to Sunday. */
export const hours: DayHours[] = [
  worked([["09:00", "10:30"]], [["13:00", "15:30"]]),
  worked([], [["09:00", "10:30"], ["10:45", "12:15"]]),
  worked([["13:00", "15:15"]], []),
  worked([["10:45", "12:15"]], [["13:00", "15:30"]]),
  worked([["09:00", "10:30"], ["10:45", "12:15"]], []),
  NO_HOURS,
  NO_HOURS,
];

export const weeks: Week[] = [{ monday: "2026-11-02", frozen_at: "2026-11-02T08:05:00", closed_at: null }];

let next = 1;
const open: BlockState = { is: "open" };
const asPlanned: BlockState = { is: "as_planned" };
const changed: BlockState = { is: "changed" };
const block = (date: string, start: string, minutes: number, title: string, activity: number, state: BlockState, pupils: number[] = [], place: Place = "school"): Block => ({
  id: next++, date: `2026-11-${date}`, start: at(start), minutes, title, activity, place, pupils, state,
});

export const blocks: Block[] = [
  block("02", "08:30", 30, "TA briefing and the week’s cover", 11, asPlanned),
  block("02", "10:45", 90, "Annual review papers, Year 5", 1, changed, [2]),
  block("02", "13:00", 60, "Observe in Reception", 6, asPlanned, [5]),
  block("02", "14:15", 75, "Calls to families on plans", 5, asPlanned, [1, 2, 4]),
  block("03", "09:00", 90, "Annual review: draft the report", 1, { is: "not_done", why: "", still_needed: true }, [1]),
  block("03", "10:45", 90, "Provision map: autumn costs", 14, asPlanned),
  block("03", "13:15", 90, "SEN Support reviews, Years 3 and 4", 3, asPlanned, [1, 3, 4]),
  block("03", "15:30", 60, "Staff meeting: writing one-page profiles for pupils who find transitions between classrooms difficult", 10, changed),
  block("04", "08:30", 45, "EHC request: gather the evidence", 2, asPlanned, [3]),
  block("04", "09:30", 60, "Meeting with the educational psychologist", 13, open, [4]),
  block("04", "10:45", 75, "Language group", 7, open, [1, 3]),
  block("04", "15:30", 45, "Meeting with parents", 4, open, [5]),
  block("05", "09:00", 90, "", 12, open),
  block("05", "13:00", 150, "Support plans: write and update", 3, open, [1, 2, 3, 4]),
  block("06", "13:00", 60, "Report to SLT", 17, open),
  block("06", "14:15", 90, "Reviews: send out papers", 15, open, [2]),
  block("09", "13:00", 60, "Observe in Year 3", 6, open, [4]),
  block("10", "09:00", 90, "Annual review: draft the report", 1, open, [1]),
  block("10", "10:45", 90, "Support plans: write and update", 3, open),
];

next = 1;
const entry = (date: string, start: string | null, minutes: number, text: string, activity: number | null, kind: EntryKind, more: Partial<Entry> = {}): Entry => ({
  id: next++, date: `2026-11-${date}`, start: start === null ? null : at(start), minutes, text, activity, place: "school", kind,
  block: null, interrupted_by: null, displaced: null, pupils: [], private: false, provisional: activity === null, ...more,
});

export const entries: Entry[] = [
  entry("02", "08:30", 30, "TA briefing and the week’s cover", 11, "as_planned", { block: 1 }),
  entry("02", "10:50", 35, "phone about Jacob’s provision", 5, "interruption", { interrupted_by: "Mrs Cook", pupils: [1] }),
  entry("02", "11:10", 65, "Annual review papers, Year 5", 1, "changed", { block: 2, pupils: [2] }),
  entry("02", "12:20", 40, "Calm-down walk, then the hall", 8, "interruption", { interrupted_by: "Lunchtime staff", pupils: [4] }),
  entry("02", "13:00", 60, "Observe in Reception", 6, "as_planned", { block: 3, pupils: [5] }),
  entry("02", "14:15", 75, "Calls to families on plans", 5, "as_planned", { block: 4, pupils: [1, 2, 4] }),
  entry("02", "19:30", 75, "Annual review papers, unfinished from the day", 1, "extra", { place: "home", pupils: [2] }),
  entry("03", "09:05", 75, "Meeting about a fixed-term exclusion, called that morning", 19, "interruption", { interrupted_by: "Head", displaced: 5 }),
  entry("03", "10:45", 90, "Provision map: autumn costs", 14, "as_planned", { block: 6 }),
  entry("03", "13:15", 90, "SEN Support reviews, Years 3 and 4", 3, "as_planned", { block: 7, pupils: [1, 3, 4] }),
  entry("03", "15:45", 70, "Staff meeting: one-page profiles", 10, "changed", { block: 8 }),
  entry("03", null, 25, "Messages from the local authority", 16, "extra"),
  entry("03", "14:50", 10, "transport letter, wants an answer by Friday", null, "interruption", { interrupted_by: "Office" }),
  entry("04", "08:30", 45, "EHC request: gather the evidence", 2, "as_planned", { block: 9, pupils: [3] }),
  entry("04", "09:15", 10, "at the door about Jacob’s reading", null, "interruption", { interrupted_by: "Mr Osei" }),
];

export const breaks: BreakMark[] = [
  { date: "2026-11-02", name: "Lunch", state: "missed", taken: 0, why: "A pupil needed me" },
  { date: "2026-11-03", name: "Lunch", state: "part", taken: 20, why: "Parent came early" },
];
