// Plans of the first pupil: one with a round behind it.
import type { Cycle, PlanForm, PlanKindChoice, PlanView } from "../../types";
import { RULES } from "../register/rules";

export const KINDS: PlanKindChoice[] = RULES.plan_kinds.map(({ key, label, review_weeks, most_weeks, source }) => ({
  key,
  label,
  review_weeks,
  most_weeks,
  source,
  own: null,
  offered: true,
}));

export function firstPlan(): PlanView {
  const outcomes = [
    { id: 1, text: "Asks an adult for help with a word or a picture", area: "communication", success: "Seen four times out of five", progress: "some" as const, came: "With a prompt" },
    { id: 2, text: "Takes turns in a game for five minutes", area: "communication", success: "", progress: "met" as const, came: "" },
  ];
  const strategy = { id: 1, outcome: 0, text: "Help card on the table", who: "All adults", place: "Class", how_often: "Every lesson" };
  const words = { assess: "Understands more than can be said.", child_views: "I like it when people wait for me.", family_views: "", doing: "" };
  const first: Cycle = { id: 1, number: 1, reviewed_on: "2026-07-13", review: "A good summer.", from: "2026-04-13", review_on: "2026-07-13", ...words, outcomes, strategies: [strategy] };
  const second: Cycle = {
    ...first,
    id: 2,
    number: 2,
    reviewed_on: null,
    review: "",
    from: "2026-07-13",
    review_on: "2026-10-12",
    outcomes: [{ ...outcomes[0]!, id: 3, progress: "", came: "" }],
    strategies: [{ ...strategy, id: 2 }],
  };
  const notices = ["Its review was due on 12 October 2026.", "The family’s views are not written down yet."];
  return { id: 1, pupil: 1, kind: "support", title: "", from: "2026-04-13", to: null, why_ended: "", cycles: [second, first], kind_label: "SEN support plan", review_weeks: 13, notices };
}

/** A plan as the core answers it, from what was typed. */
export function planOf(id: number, pupil: number, form: PlanForm): PlanView {
  const kind = KINDS.find((one) => one.key === form.kind)!;
  const { cycle, title } = structuredClone(form);
  const outcomes = cycle.outcomes.map((one, at) => ({ ...one, id: one.id ?? id * 100 + at }));
  const strategies = cycle.strategies.map((one, at) => ({ ...one, id: one.id ?? id * 100 + at }));
  const round: Cycle = { id, number: 1, reviewed_on: null, review: "", ...cycle, outcomes, strategies };
  return { id, pupil, kind: form.kind, title, from: cycle.from, to: null, why_ended: "", cycles: [round], kind_label: kind.label, review_weeks: kind.review_weeks, notices: [] };
}
