// How everybody moves up, as it is changed on the screen. Pure: the core works out what becomes of each.
import type { Becomes, ClassProposal, Moved, RulePack, WorkedOut, YearEnd, YearEndDone } from "$host";
import { plural, sentenceList } from "$format/count";
import type { Option } from "$parts/types";

/** What was said on the screen, and which of the answers that are worked out she gave herself. */
export interface Own {
  plan: YearEnd;
  said: readonly WorkedOut[];
}

const WORKED_OUT: readonly WorkedOut[] = ["last_day", "top"];

/** What the core is to work out: all that she did not say. */
export function toWorkOut(own: Own | null): WorkedOut[] {
  return own ? WORKED_OUT.filter((one) => !own.said.includes(one)) : [];
}

/** With this said; `said` where it is one of the answers that are worked out otherwise. */
export function saying(own: Own | null, plan: YearEnd, said: WorkedOut | null): Own {
  const before = own?.said ?? [];
  return { plan, said: said === null || before.includes(said) ? before : [...before, said] };
}

/** What stands in the fields: what was said, and the rest as it was worked out last. */
export function answers(own: Own | null, worked: YearEnd): YearEnd {
  if (!own) return worked;
  const open = toWorkOut(own);
  return { ...own.plan, last_day: open.includes("last_day") ? worked.last_day : own.plan.last_day, top: open.includes("top") ? worked.top : own.plan.top };
}

/** Whether what was worked out is of the answers that stand in the fields. */
export function fitting(own: Own | null, worked: YearEnd): boolean {
  const shown = answers(own, worked);
  return shown.from === worked.from && shown.last_day === worked.last_day && shown.top === worked.top;
}

/** Stands for no year after which pupils leave. */
export const NOBODY = "none";

export const BECOMES: Option[] = [
  { value: "moves_up", label: "Moves up" },
  { value: "stays", label: "Stays in the year" },
  { value: "leaves", label: "Leaves" },
];

/** The years after which pupils may leave, and none. */
export function topChoices(rules: RulePack): Option[] {
  return [{ value: NOBODY, label: "Nobody leaves" }, ...rules.years.filter((year) => year.code !== "X").map(({ code, label }) => ({ value: code, label }))];
}

/** With this class going there. */
export function withClass(plan: YearEnd, { class: name, year }: Pick<ClassProposal, "class" | "year">, to: string): YearEnd {
  const others = plan.classes.filter((one) => one.class !== name || one.year !== year);
  return { ...plan, classes: [...others, { class: name, year, to }] };
}

/** With this child as an exception; one who does as the others of the year do, and goes to no class of their own, is none. `years` are in their order. */
export function withException(plan: YearEnd, child: Pick<Moved, "pupil" | "year">, becomes: Becomes, name: string | null, years: readonly string[]): YearEnd {
  const others = plan.exceptions.filter((one) => one.pupil !== child.pupil);
  // Whoever is above the last year leaves with it.
  const top = plan.top === null ? -1 : years.indexOf(plan.top);
  const usual: Becomes = top >= 0 && years.indexOf(child.year) >= top ? "leaves" : "moves_up";
  return { ...plan, exceptions: becomes === usual && name === null ? others : [...others, { pupil: child.pupil, becomes, class: name }] };
}

/** `380 moved up, 60 left and 1 stays in the same year.` */
export function summed({ moved, left, stayed }: YearEndDone): string {
  const parts = [plural(moved, "pupil moved up", "pupils moved up"), left > 0 ? `${left} left` : "", stayed > 0 ? `${stayed} ${stayed === 1 ? "stays" : "stay"} in the same year` : ""];
  return `${sentenceList(parts.filter(Boolean))}.`;
}
