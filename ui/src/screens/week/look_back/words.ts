// Looking back in words: what groups are called, from when to when, and the table as text. Pure but for what the privacy screen hides.
import type { BurdenPart, GroupBack, LookBackBy, LookBackKey, LookBackView, RegisterRow, Spent, Stretch, WorkRole } from "$host";
import { plural, sentenceList } from "$format/count";
import { addDays, range, short } from "$format/dates";
import { minutes } from "$format/duration";
import { hush } from "$state/privacy.svelte";
import { PLACES, pupilName } from "../words";

export const GROUPINGS: readonly { value: LookBackBy; label: string; heading: string }[] = [
  { value: "activity", label: "Kind of work", heading: "Kind of work" },
  { value: "purpose", label: "Area", heading: "Area" },
  { value: "role", label: "Role", heading: "Role" },
  { value: "place", label: "Place", heading: "Place" },
  { value: "child", label: "Child", heading: "Child" },
  { value: "interrupter", label: "Interrupter", heading: "Interrupter" },
  { value: "planned", label: "Planned or not", heading: "Planned or not" },
];

export const STRETCHES: readonly { value: Stretch["is"]; label: string }[] = [
  { value: "half_term", label: "This half-term" },
  { value: "last_half_term", label: "Last half-term" },
  { value: "year", label: "This school year" },
  { value: "twelve_weeks", label: "Last 12 weeks" },
  { value: "own", label: "Own dates" },
];

const ROLES: Readonly<Record<WorkRole, string>> = { senco: "As SENCO", own_burden: "Keeping this daybook", other: "In another role" };
const NONE: Readonly<Record<LookBackBy, string>> = {
  activity: "To classify",
  purpose: "To classify",
  role: "To classify",
  place: "",
  child: "About no child",
  interrupter: "Not an interruption",
  planned: "",
};
const PARTS: Readonly<Record<BurdenPart, string>> = { capture: "in capture", plan: "in planning", reconcile: "in settling the week", packs: "in packs" };

/** What a group is called. */
export function nameOf({ key, name }: Pick<GroupBack, "key" | "name">, by: LookBackBy, pupils: readonly RegisterRow[]): string {
  if (key.of === "activity" || key.of === "purpose") return name || "A kind of work that has gone";
  if (key.of === "role") return ROLES[key.role];
  if (key.of === "place") return PLACES[key.place];
  if (key.of === "interrupter") return hush(key.who, "Somebody") || "Not named";
  if (key.of === "planned") return key.planned ? "In the plan" : "Not in the plan";
  if (key.of === "child") {
    const row = pupils.find(({ id }) => id === key.pupil);
    return row ? pupilName(row) : "A child";
  }
  return NONE[by];
}

/** The case code in place of a name, for paper; none where there is no name. */
export function codeOf(key: LookBackKey, pupils: readonly RegisterRow[]): string | null {
  return key.of === "child" ? (pupils.find(({ id }) => id === key.pupil)?.case_code ?? "") : null;
}

/** Whether a group is drawn: what an entry is not would stand tall beside what it is. */
export const isDrawn = ({ key }: Pick<GroupBack, "key">, by: LookBackBy) => key.of !== "none" || (by !== "child" && by !== "interrupter");

/** A week by its Monday: `2–8 Nov 2026`. */
export const weekName = (monday: string) => range(monday, addDays(monday, 6));

export const keyText = (key: LookBackKey) => JSON.stringify(key);

/** `38%`; a group with any time at all never says 0%. */
export function share(part: number, of: number): string {
  if (of === 0) return "";
  const whole = Math.round((part / of) * 100);
  return whole === 0 && part > 0 ? "under 1%" : `${whole}%`;
}

/** What stands in the table, for a spreadsheet: minutes, so that it can go on reckoning. */
export function asSheet(view: LookBackView, groups: readonly GroupBack[], heading: string): string {
  const head = [heading, "Minutes", "Of these interruptions", "Entries", ...view.weeks.map(({ monday }) => `Week of ${short(monday)}`)];
  const rows = groups.map((group) => [nameOf(group, view.choice.by, view.pupils), group.minutes, group.interruptions, group.entries, ...group.by_week]);
  const given = ["Protected SENCO time given", view.given, "", "", ...view.weeks.map((week) => week.given ?? "")];
  const all = ["All", view.minutes, view.weeks.reduce((so, week) => so + week.interruptions, 0), "", ...view.weeks.map((week) => week.minutes)];
  return [head, ...rows, all, given].map((row) => row.map(cell).join("\t")).join("\n");
}

// A cell that a spreadsheet would take for a formula is given as words.
function cell(value: string | number): string {
  const text = String(value).replace(/[\t\r\n]+/g, " ");
  return typeof value === "string" && /^[=+\-@]/.test(text) ? `'${text}` : text;
}

/** `14 minutes of this week: 3 in capture, 6 in packs and 5 in settling the week`; each is rounded, and the sum is theirs. */
export function burdenSaid(spent: readonly Spent[], of: string): string {
  const parts = spent.map(({ part, seconds }) => ({ part, whole: Math.round(seconds / 60), some: seconds > 0 })).filter(({ some }) => some);
  const sum = parts.reduce((so, { whole }) => so + whole, 0);
  if (parts.length === 0) return `This app has taken none of ${of} yet.`;
  if (sum === 0) return `This app took less than a minute of ${of}.`;
  const each = parts.map(({ part, whole }) => `${whole === 0 ? "under 1" : whole} ${PARTS[part]}`);
  return `This app took ${sum < 60 ? plural(sum, "minute") : minutes(sum)} of ${of}: ${sentenceList(each)}.`;
}

/** Minutes a working day, in tenths: what it took beside what it promised. */
export function aDay(spent: readonly Spent[], days: number): number | null {
  const seconds = spent.reduce((so, one) => so + one.seconds, 0);
  return days === 0 ? null : Math.round(seconds / 6 / days);
}
