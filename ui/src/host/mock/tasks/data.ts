// What there is to do in a believable school, and the lines it comes from. Everybody in it is invented.
import type { CatalogueLine, Frequency, OfferedLine, Task, TaskGroup, TaskRow, TemplateDetails } from "../../types";
import { people } from "../week/data";

export const TODAY = "2026-11-04";

const DETAILS: TemplateDetails = {
  title: "",
  frequency: "weekly",
  estimate: 60,
  basis: "proposed",
  source: "Proposed by this app",
  activity: 3,
  per: { each: "school" },
  anchor: { on: "weekday", weekday: 4 },
  lead_days: 6,
  in_holidays: false,
  carries: true,
  stake: "school",
  consequence: "",
  from: "2026-09-01",
};

const LINES: [string, Partial<TemplateDetails>, Partial<CatalogueLine>][] = [
  ["Email and messages", { frequency: "daily", estimate: 30, anchor: { on: "each_day" }, carries: false, activity: 16 }, { a_year: 190 }],
  ["Weekly call to a parent", { stake: "family", consequence: "The parent rings the office instead." }, { a_year: 38 }],
  [
    "Update the support plan",
    { frequency: "termly", estimate: 40, basis: "published", source: "Workload survey 2024", per: { each: "status", code: "K" }, anchor: { on: "before", days: 7, event: "plan_review" }, stake: "child", consequence: "The plan no longer says what is done." },
    { each: 12, a_year: 36, moved: "moved from Thu 12 Nov, INSET day", learned: { median: 400, of: [380, 420, 90, 600].map((minutes, at) => ({ task: 900 + at, title: "Update the support plan", on: `2026-10-0${8 - at}`, minutes })) } },
  ],
  ["Bring the provision map up to date", { frequency: "half_termly", estimate: 90, anchor: { on: "week", week: -1, weekday: 2 } }, { a_year: 6 }],
  ["SEN budget", { frequency: "yearly", estimate: 240, anchor: { on: "month", month: 3 } }, { a_year: 1 }],
  ["Request for an EHC needs assessment", { frequency: "ad_hoc", estimate: 600, anchor: { on: "none" } }, { a_year: 0, next: null }],
];

export const catalogue: CatalogueLine[] = LINES.map(([title, details, more], at) => ({
  template: { ...DETAILS, title, ...details, id: at + 1, retired: false },
  each: 1,
  a_year: 38,
  next: { due: "2026-11-13", named: "2026-11-12", moved: null },
  moved: null,
  learned: null,
  ...more,
}));

const offer = (key: string, title: string, frequency: Frequency, more: Partial<OfferedLine> = {}, details: Partial<TemplateDetails> = {}): OfferedLine => ({
  key,
  details: { ...DETAILS, title, frequency, ...details },
  kept: false,
  each: 1,
  a_year: 38,
  ...more,
});

export const offered: OfferedLine[] = [
  offer("email", "Email and messages", "daily", { a_year: 190 }, { estimate: 30, anchor: { on: "each_day" } }),
  offer("timetable", "Plan and send the timetable", "weekly", {}, { estimate: 40 }),
  offer("family_call", "Call a family on a support plan", "half_termly", { each: 14, a_year: 84 }, { estimate: 15, per: { each: "family" }, anchor: { on: "week", week: 3, weekday: 3 } }),
  offer("year_team", "Brief a year team", "half_termly", { a_year: 6 }, { estimate: 30, basis: "published", source: "Workload survey 2024" }),
  offer("annual_review", "Annual review of an EHC plan: advice, meeting, report", "yearly", { each: 0, a_year: 0 }, { estimate: 330, per: { each: "status", code: "E" }, stake: "law" }),
  offer("request", "Request for an EHC needs assessment", "ad_hoc", { a_year: 0 }, { estimate: 600, anchor: { on: "none" } }),
];

const PLAIN: Task = {
  id: 0,
  title: "",
  activity: 3,
  due: null,
  estimate: 60,
  pupil: null,
  stake: "school",
  consequence: "",
  note: "",
  state: { is: "open" },
  template: null,
  occurs: null,
  appeared: "2026-10-12",
  first_due: null,
  settled_on: null,
  carries: true,
  split_from: null,
  spent: 0,
  planned: 0,
};

const TASKS: [string, TaskGroup, Partial<Task>, Partial<TaskRow>?][] = [
  ["Annual review: advice and meeting", "late", { due: "2026-10-16", first_due: "2026-10-16", estimate: 330, spent: 60, pupil: 2, stake: "law", consequence: "The review is out of time, and the authority is told so." }, { carried: 2 }],
  ["File the training register", "late", { due: "2026-11-02", first_due: "2026-11-02", estimate: 20, consequence: "Nobody finds who was trained." }],
  ["Weekly call to a parent", "today", { due: TODAY, template: 2, pupil: 1, stake: "family", planned: 30 }],
  ["Update the support plan", "this_week", { due: "2026-11-06", template: 3, pupil: 1, state: { is: "part", percent: 40 }, spent: 25, stake: "child" }, { moved: "moved from Thu 5 Nov, INSET day" }],
  ["Bring the provision map up to date", "later", { due: "2026-11-18", template: 4, estimate: 90 }],
  ["Read the new guidance on access arrangements, with the appendices, and say in a page what changes for each of the year teams from January", "no_day", { estimate: null, activity: null }],
  ["Order sensory cushions", "delegated", { state: { is: "delegated", to: "Mr Ash", until: "2026-11-13" } }],
  ["Observe in 4B", "not_done", { state: { is: "not_done", why: "covered Year 6" }, due: "2026-10-21", stake: "child", consequence: "The teacher goes on without advice." }, { carried: 1 }],
  ["Report to governors", "settled", { state: { is: "done" }, settled_on: "2026-11-03", spent: 170, estimate: 180 }],
  ["Survey of lunchtime clubs", "settled", { state: { is: "dropped", why: "no longer asked for" }, settled_on: "2026-10-30" }],
];

export const start: TaskRow[] = TASKS.map(([title, group, task, more], at) => ({
  task: { ...PLAIN, id: at + 1, title, ...task },
  group,
  carried: 0,
  moved: null,
  child: people.find((one) => one.id === task.pupil) ?? null,
  ...more,
}));
