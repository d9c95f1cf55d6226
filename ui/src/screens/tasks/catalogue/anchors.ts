// What work of each frequency can hang on, as a form offers it. Pure.
import type { Anchor, Event, Frequency } from "$host";
import type { Option } from "$parts/types";
import { EVENTS } from "../words";

const BEFORE: Readonly<Record<Frequency, readonly Event[]>> = {
  daily: [],
  weekly: [],
  half_termly: ["half_term_end", "plan_review"],
  termly: ["term_end", "census", "plan_review"],
  yearly: ["census", "plan_review"],
  ad_hoc: [],
};
const FIRST: Readonly<Record<Frequency, readonly Anchor[]>> = {
  daily: [{ on: "each_day" }],
  weekly: [{ on: "weekday", weekday: 4 }],
  half_termly: [{ on: "week", week: 1, weekday: 4 }],
  termly: [{ on: "week", week: 1, weekday: 4 }],
  yearly: [{ on: "month", month: 9 }, { on: "date", month: 9, day: 1 }],
  ad_hoc: [{ on: "none" }],
};
const CALLED: Readonly<Record<Exclude<Anchor["on"], "before">, string>> = {
  each_day: "Each school day",
  weekday: "A day of the week",
  week: "A week, counted from the start or the end",
  month: "By the end of a month",
  date: "A date",
  none: "When it comes",
};

/** The anchors that fit a frequency, each as it begins; the first is the usual one. */
export function anchorsFor(frequency: Frequency): Anchor[] {
  return [...FIRST[frequency], ...BEFORE[frequency].map((event): Anchor => ({ on: "before", days: 14, event }))];
}

/** What tells one from another in a list of choices. */
export const keyOf = (anchor: Anchor): string => (anchor.on === "before" ? `before ${anchor.event}` : anchor.on);

export const choicesFor = (frequency: Frequency): Option[] =>
  anchorsFor(frequency).map((anchor) => ({ value: keyOf(anchor), label: anchor.on === "before" ? `Days before ${EVENTS[anchor.event]}` : CALLED[anchor.on] }));

/** The same anchor where it still fits, else the usual one of that frequency. */
export function fitted(anchor: Anchor, frequency: Frequency): Anchor {
  const fitting = anchorsFor(frequency);
  return fitting.some((one) => keyOf(one) === keyOf(anchor)) ? anchor : fitting[0]!;
}

/** How many days before its day such a task appears, where nobody said otherwise; as the core has it. */
export const USUAL_LEAD: Readonly<Record<Frequency, number>> = { daily: 0, weekly: 6, half_termly: 14, termly: 21, yearly: 42, ad_hoc: 0 };
