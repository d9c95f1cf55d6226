// What else the record of the first pupil holds.
import type { Assessment, Document, Profile, ProvisionDetails, ProvisionMapView, ProvisionView, TimelineEvent } from "../../types";
import { rowOf } from "../register/list";
import { roll } from "../register/people";

export function firstProvision(): ProvisionView {
  return provisionOf(1, 1, {
    intervention: "Language group",
    area: "communication",
    plan: 1,
    staff: "Mrs Bellamy",
    group_name: "",
    group_size: 3,
    sessions: 2,
    every_weeks: 1,
    minutes: 30,
    from: "2026-09-14",
    weeks: 10,
    to: null,
    pence: 1000,
    measure: "Sentences of four words",
    entry: "12",
    exit: "",
    impact: "",
  });
}

/** Provision as the core answers it after seven weeks. */
export function provisionOf(id: number, pupil: number, details: ProvisionDetails): ProvisionView {
  const [sessions_to_date, sessions_full_run] = [7 * details.sessions, details.weeks * details.sessions];
  const share = (sessions: number) => Math.round((sessions * (details.pence ?? 0)) / details.group_size);
  const cost = details.pence === null ? null : {
    sessions_to_date,
    sessions_full_run,
    to_date: sessions_to_date * details.pence,
    full_run: sessions_full_run * details.pence,
    share_to_date: share(sessions_to_date),
    share_full_run: share(sessions_full_run),
  };
  const dose = `${details.sessions === 2 ? "twice" : `${details.sessions} times`} a week, ${details.minutes} minutes`;
  return { id, pupil, intervention_id: 1, ...details, running: details.to ? "ended" : "now", weeks_to_date: 7, dates_known: true, dose, cost };
}

export function map(by: "child" | "class" | "area"): ProvisionMapView {
  const pupil = rowOf(roll(1)[0]!, "2026-11-04");
  const figures = { minutes_a_week: 60, to_date: 4667, full_run: 6667, unpriced: 0 };
  const row = { provision: 1, pupil: 1, intervention: "Language group", area: "communication", staff: "Mrs Bellamy", group_size: 3, dose: "twice a week, 30 minutes", running: "now" as const, ...figures };
  const label = { child: "", class: pupil.class, area: "Communication and interaction" }[by];
  return { by, groups: [{ pupil: by === "child" ? 1 : null, label, rows: [row], ...figures }], total: figures, says: ["Costs are each child’s share."], pupils: [pupil] };
}

export function firstProfile(): Profile {
  return { admire: "My drawings", important: "Being told first", support: "", hopes: "", works: "Show, then let me try", avoid: "", ask: "", agreed_on: "2026-09-28" };
}

export function firstResults(): Assessment[] {
  const one = { pupil: 1, kind: "assessment" as const, name: "British Picture Vocabulary Scale", scale: "standard score", done_by: "SENCO", note: "" };
  return [
    { ...one, id: 3, date: "2026-10-05", score: "88" },
    { ...one, id: 2, date: "2026-01-12", score: "79.5" },
    { ...one, id: 1, date: "2025-10-06", score: "82" },
  ];
}

export function firstDocuments(): Document[] {
  return [
    { id: 2, pupil: 1, name: "Hearing test.pdf", date: "2026-09-14", note: "", link: null, bytes: 184_320 },
    { id: 1, pupil: 1, name: "Educational psychologist’s report", date: "2025-11-03", note: "The signed copy is in the office", link: "S:\\SEND\\Reports\\EP report.pdf", bytes: 0 },
  ];
}

export const STORY: TimelineEvent[] = [
  { date: "2022-09-05", kind: "roll", sentence: "On roll from this day." },
  { date: "2024-05-13", kind: "status", sentence: "Watch list: Raised by the class teacher." },
  { date: "2026-04-13", kind: "plan", sentence: "SEN support plan: began, to be reviewed by 13 July 2026." },
  { date: "2026-09-14", kind: "provision", sentence: "Language group: began, twice a week, 30 minutes, with Mrs Bellamy." },
];
