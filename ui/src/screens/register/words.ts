// Codes in words: how names, provision, needs, years and flags are said in the list, the record and the import. Pure.
import type { Flags, RulePack } from "$host";
import { addDays, medium } from "$format/dates";

/** What a name is made of, in a row of the list or in a record. */
export interface Named {
  surname: string;
  forename: string;
}

export interface FlagWord {
  key: keyof Flags;
  /** For a narrow column. */
  short: string;
  label: string;
}

/** The flags in the order they are listed everywhere. */
export const FLAGS: readonly FlagWord[] = [
  { key: "pupil_premium", short: "PP", label: "Pupil premium" },
  { key: "looked_after", short: "LAC", label: "Looked after by a local authority" },
  { key: "social_care", short: "SC", label: "Known to social care" },
  { key: "eal", short: "EAL", label: "English as an additional language" },
  { key: "young_carer", short: "YC", label: "Young carer" },
];

/** `Fernández-López, Oluwaseun`; one name alone where there is only one. */
export function listName({ surname, forename }: Named): string {
  return [surname, forename].filter(Boolean).join(", ");
}

/** `Oluwaseun Fernández-López`, by the name they go by. */
export function spokenName({ surname, forename, preferred = "" }: Named & { preferred?: string }): string {
  return [preferred || forename, surname].filter(Boolean).join(" ");
}

/** A name with its class beside it, where there is one: `Jacob Osborne (4B)`. */
export function withClass(name: string, row: { class: string }): string {
  return row.class ? `${name} (${row.class})` : name;
}

/** The name of a provision code: `SEN support`; a code nobody knows is its own name, and none is said in words. */
export function statusLabel(rules: RulePack, code: string): string {
  if (code === "" || code === rules.none) return "No SEN provision";
  return rules.statuses.find((status) => status.code === code)?.label ?? code;
}

/** The name of a SEN type code: `Speech, language and communication needs`. */
export function needLabel(rules: RulePack, code: string): string {
  return rules.needs.find((need) => need.code === code)?.label ?? code;
}

/** The name of a curriculum year: `Year 4`, `Reception`; empty when there is none. */
export function yearLabel(rules: RulePack, code: string): string {
  return rules.years.find((year) => year.code === code)?.label ?? code;
}

/** `Year 4, class 4A`, with what is known of it. */
export function yearAndClass(rules: RulePack, row: { year: string; class: string }): string {
  const words = [yearLabel(rules, row.year), row.class && `class ${row.class}`].filter(Boolean).join(", ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A code and what it means, for choosing and for reading: `K – SEN support`. */
export function codeAndLabel(code: string, label: string): string {
  return code === label ? code : `${code} – ${label}`;
}

/** The flags a pupil has, in order. */
export function flagsOf(flags: Flags): FlagWord[] {
  return FLAGS.filter((flag) => flags[flag.key]);
}

/** When a spell held: `since 3 Mar 2026`, `3 Mar 2026 to 31 Aug 2026`; `to` is the first day it no longer held. */
export function spellWords({ from, to }: { from: string; to: string | null }, today: string): string {
  if (to === null) return from > today ? `from ${medium(from)}` : `since ${medium(from)}`;
  const last = addDays(to, -1);
  return last < from ? `${medium(from)}, ended the same day` : `${medium(from)} to ${medium(last)}`;
}
