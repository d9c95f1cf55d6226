// Tasks and the catalogue in words. Pure but for what the privacy screen hides.
import type { Anchor, Basis, CatalogueLine, Event, Frequency, Per, RulePack, Stake, Task, TaskGroup, TaskRow, TaskState } from "$host";
import { plural } from "$format/count";
import { dayShort, medium } from "$format/dates";
import { minutes } from "$format/duration";
import { pupilName } from "$screens/week/words";
import { hush } from "$state/privacy.svelte";

export const GROUPS: Readonly<Record<TaskGroup, string>> = {
  late: "Late",
  today: "Today",
  this_week: "This week",
  later: "Later",
  no_day: "No day",
  delegated: "Given to others",
  not_done: "Not done, still needed",
  settled: "Done and dropped",
};

export const FREQUENCIES: Readonly<Record<Frequency, string>> = {
  daily: "Daily",
  weekly: "Weekly",
  half_termly: "Half-termly",
  termly: "Termly",
  yearly: "Yearly",
  ad_hoc: "Ad hoc",
};

export const BASES: Readonly<Record<Basis, string>> = { published: "Published", proposed: "Proposed by this app", own: "My own", measured: "Measured here" };

export const STAKES: Readonly<Record<Stake, string>> = { law: "The law", child: "A child", family: "A family", school: "The school" };

export const EVENTS: Readonly<Record<Event, string>> = {
  plan_review: "a plan’s review",
  half_term_end: "the half-term ends",
  term_end: "the term ends",
  census: "a census day",
};

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** `second`, `last`, `last but one`. */
export function nth(week: number): string {
  const counted = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
  const back = ["last", "last but one", "last but two", "last but three", "last but four"];
  const said = week > 0 ? counted[week - 1] : back[-week - 1];
  if (said) return said;
  return week > 0 ? `${week}th` : `${-week}th from last`;
}

/** `Wednesday of the last week`, `by the end of July`, `28 days before a plan’s review`. */
export function anchorWords(anchor: Anchor): string {
  switch (anchor.on) {
    case "each_day":
      return "each school day";
    case "weekday":
      return WEEKDAYS[anchor.weekday] ?? "";
    case "week":
      return `${WEEKDAYS[anchor.weekday]} of the ${nth(anchor.week)} week`;
    case "month":
      return `by the end of ${MONTHS[anchor.month - 1]}`;
    case "date":
      return `${anchor.day} ${MONTHS[anchor.month - 1]}`;
    case "before":
      return anchor.days === 0 ? `on the day of ${EVENTS[anchor.event]}` : `${plural(anchor.days, "day")} before ${EVENTS[anchor.event]}`;
    case "none":
      return "when it comes";
  }
}

/** For whom there is one each time: `the school`, `each child with SEN support: 12`. */
export function perWords(per: Per, each: number, rules: RulePack | undefined): string {
  if (per.each === "school") return "the school";
  if (per.each === "pupil") return "one child";
  const whom = per.each === "family" ? "each family on a plan" : `each child with ${rules?.statuses.find((status) => status.code === per.code)?.label ?? per.code}`;
  return `${whom}: ${each}`;
}

/** `Fri 13 Nov: moved from Thu 12 Nov, INSET day`. */
export function nextWords(line: Pick<CatalogueLine, "next" | "moved">): string {
  if (!line.next) return "";
  return `${dayShort(line.next.due)}${line.moved ? `: ${line.moved}` : ""}`;
}

/** What a task is called; while names are hidden, only that it is one. */
export const titleOf = (task: Pick<Task, "title">): string => hush(task.title, "a task");

/** The child a row is for: the case code while names are hidden. */
export const childOf = (row: Pick<TaskRow, "child">): string => (row.child ? pupilName(row.child) : "");

/** What became of it, in a few words; nothing where it is simply open. */
export function stateWords(state: TaskState): string {
  switch (state.is) {
    case "open":
      return "";
    case "part":
      return `${state.percent}% done`;
    case "done":
      return "Done";
    case "delegated":
      return `With ${hush(state.to, "somebody")}${state.until ? ` until ${dayShort(state.until)}` : ""}`;
    case "dropped":
      return `Dropped${state.why ? `: ${hush(state.why)}` : ""}`;
    case "not_done":
      return `Not done${state.why ? `: ${hush(state.why)}` : ""}`;
  }
}

/** `20 min of 1 h`, `1 h`, `20 min spent`; empty where nothing is known. */
export function timeWords({ spent, estimate }: Pick<Task, "spent" | "estimate">): string {
  if (estimate === null) return spent > 0 ? `${minutes(spent)} spent` : "";
  return spent > 0 ? `${minutes(spent)} of ${minutes(estimate)}` : minutes(estimate);
}

/** `carried over 3 weeks`; nothing in its first week. */
export const carriedWords = (weeks: number): string => (weeks > 0 ? `carried over ${plural(weeks, "week")}` : "");

/** Minutes a task still needs, of what was allowed; as the core reckons. */
export function left(task: Pick<Task, "state" | "estimate">): number {
  const estimate = task.estimate ?? 0;
  if (task.state.is === "done" || task.state.is === "dropped") return 0;
  return task.state.is === "part" ? Math.ceil((estimate * (100 - task.state.percent)) / 100) : estimate;
}

/** Minutes nobody has laid on the plan yet. */
export const unplanned = (task: Task): number => Math.max(0, left(task) - task.planned);

/** `You allow 1 h; the last four took a median of 6 h 40 min`. */
export function learnedWords(estimate: number, median: number, many: number): string {
  const last = ["", "", "two", "three", "four"][many] ?? String(many);
  return `You allow ${minutes(estimate)}; the last ${last} took a median of ${minutes(median)}`;
}

export const dayOf = (iso: string | null): string => (iso === null ? "No day" : dayShort(iso));
export const settledWords = (task: Pick<Task, "settled_on">): string => (task.settled_on ? medium(task.settled_on) : "");
