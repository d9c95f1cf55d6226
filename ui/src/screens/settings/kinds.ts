// The words for what a kind of work is for, and for what is said about it.
import type { Activity, Purpose } from "$host";

/** The four areas, in the order they are printed. */
export const PURPOSES: readonly { value: Purpose; label: string }[] = [
  { value: "strategy", label: "Strategic direction" },
  { value: "learning", label: "Teaching and learning" },
  { value: "staff", label: "Leading and managing staff" },
  { value: "resources", label: "Deploying staff and resources" },
];

type Flag = { [K in keyof Activity]: Activity[K] extends boolean ? K : never }[keyof Activity];

/** What can be said about a kind of work: the word on its chip, and the sentence beside its box. */
export const FLAGS: readonly { flag: Exclude<Flag, "retired">; label: string; asked: string }[] = [
  { flag: "statutory", label: "Statutory", asked: "The law asks for it" },
  { flag: "administrative", label: "Administration", asked: "It is administration" },
  { flag: "with_pupils", label: "With pupils", asked: "It is spent with pupils" },
  { flag: "other_role", label: "Another role", asked: "It belongs to another role that you also hold" },
  { flag: "own_burden", label: "Being accountable", asked: "It is time spent being accountable, such as keeping this daybook" },
];

/** A kind of work before anything is said of it. */
export const NEW_KIND: Activity = {
  id: 0,
  name: "",
  purpose: "strategy",
  statutory: false,
  administrative: false,
  with_pupils: false,
  other_role: false,
  own_burden: false,
  retired: false,
};
