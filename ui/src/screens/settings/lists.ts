// What the lists of a school hold, as they are changed in one form. Pure but for the writing.
import { write } from "$state/write.svelte";

export interface Item {
  what: "plan_kind" | "flag" | "intervention";
  /** None: a new one. */
  id: number | null;
  name: string;
  retired: boolean;
  /** From one review to the next; of kinds of plan alone. */
  weeks: number;
  /** Of interventions alone. */
  area: string;
}

const blank = { id: null, name: "", retired: false, weeks: 13, area: "" };
export const NEW = { plan_kind: { what: "plan_kind", ...blank }, flag: { what: "flag", ...blank } } as const satisfies Record<string, Item>;

/** What one of them is called in a heading. */
export const CALLED: Record<Item["what"], string> = { plan_kind: "a kind of plan", flag: "a flag", intervention: "an intervention" };

/** Keeps one of them. */
export async function keep({ what, id, name, retired, weeks, area }: Item): Promise<void> {
  if (what === "plan_kind") await write("plan_kind_save", { kind: id, details: { name, review_weeks: weeks, retired } });
  else if (what === "flag") await write("flag_save", { flag: id, details: { name, retired } });
  else if (id !== null) await write("intervention_save", { intervention: id, details: { name, area, retired } });
}
