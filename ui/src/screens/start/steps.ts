// The four steps from an empty daybook to a first week, in the order in which each needs the one before.
import type { SetupView } from "$host";
import { go } from "$state/router.svelte";

export type StepName = keyof SetupView;
export interface Step {
  name: StepName;
  /** In the list of steps. */
  label: string;
  /** At the head of its page. */
  title: string;
  /** Why it is asked, in a sentence. */
  why: string;
}

export const STEPS: readonly Step[] = [
  { name: "school", label: "School", title: "Your school", why: "Its name heads every pack; the two other names stand under the signature lines." },
  { name: "calendar", label: "Year dates", title: "The year’s dates", why: "With the half-terms known, the daybook can tell a school day from a holiday." },
  { name: "hours", label: "Hours", title: "Your hours", why: "Lost breaks, out-of-hours work and time nobody sees are all counted from the hours you are given." },
  { name: "pupils", label: "Pupils", title: "Your pupils", why: "Import the list your school’s system exports. You see every row before anything is kept." },
];

/** The step after this one; null after the last. */
export function stepAfter(name: StepName): Step | null {
  return STEPS[STEPS.findIndex((step) => step.name === name) + 1] ?? null;
}

/** The first step that is not done; null when all are. */
export function firstOpen(done: SetupView): Step | null {
  return STEPS.find((step) => !done[step.name]) ?? null;
}

/** Opens a step of the guided set-up. */
export function openStep(name: StepName): void {
  go("settings", { setup: name });
}
