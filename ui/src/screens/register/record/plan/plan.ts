// A plan's form: blank, from a plan, and with a line taken away. Pure.
import type { CycleForm, OutcomeProgress, PlanForm, PlanOutcome, PlanView, Strategy } from "$host";
import { addDays } from "$format/dates";

export const PROGRESS: readonly { value: OutcomeProgress; label: string }[] = [
  { value: "none", label: "No progress yet" },
  { value: "some", label: "Some progress" },
  { value: "met", label: "Met" },
];

/** How far an outcome came, in words; empty while nobody has said. */
export function progressWords(progress: OutcomeProgress): string {
  return PROGRESS.find((one) => one.value === progress)?.label ?? "";
}

/** An outcome of which nothing is said yet. */
export function blankOutcome(): PlanOutcome {
  return { id: null, text: "", area: "", success: "", progress: "", came: "" };
}

/** A strategy of which nothing is said yet. */
export function blankStrategy(): Strategy {
  return { id: null, outcome: null, text: "", who: "", place: "", how_often: "" };
}

/** A plan in which nothing has been written, to be reviewed after so many weeks. */
export function blankPlan(kind: string, today: string, weeks: number): PlanForm {
  const cycle = { from: today, review_on: addDays(today, weeks * 7), assess: "", child_views: "", family_views: "", doing: "" };
  return { kind, title: "", cycle: { ...cycle, outcomes: [blankOutcome()], strategies: [] } };
}

/** A plan's form as it is kept: with the round that is open, or the last one. */
export function formOf(plan: PlanView): PlanForm {
  const { from, review_on, assess, child_views, family_views, doing, outcomes, strategies } = plan.cycles[0]!;
  const cycle: CycleForm = { from, review_on, assess, child_views, family_views, doing, outcomes, strategies };
  return structuredClone({ kind: plan.kind, title: plan.title, cycle });
}

/** The round without one of its outcomes; what was done for it is done for all of them. */
export function withoutOutcome(cycle: CycleForm, at: number): Pick<CycleForm, "outcomes" | "strategies"> {
  const place = (outcome: number | null) => (outcome === null || outcome === at ? null : outcome > at ? outcome - 1 : outcome);
  return {
    outcomes: cycle.outcomes.filter((_, i) => i !== at),
    strategies: cycle.strategies.map((strategy) => ({ ...strategy, outcome: place(strategy.outcome) })),
  };
}

/** The form without the lines in which nothing was written. */
export function written(form: PlanForm): PlanForm {
  const empty = form.cycle.outcomes.flatMap((outcome, at) => (outcome.text.trim() || outcome.success.trim() ? [] : [at]));
  let cycle = { ...form.cycle, strategies: form.cycle.strategies.filter((one) => one.text.trim() || one.who.trim() || one.how_often.trim()) };
  for (const at of empty.reverse()) cycle = { ...cycle, ...withoutOutcome(cycle, at) };
  return { ...form, cycle };
}

/** What a plan is called: its kind, and its title where it has one. */
export function planName(plan: { kind_label: string; title: string }): string {
  return [plan.kind_label, plan.title].filter(Boolean).join(": ");
}
