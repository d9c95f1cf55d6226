// The import in words: fields, fates, kinds of problem, and what the button will do. Pure.
import type { Fate, Field, FieldChange, ImportDone, ProblemCode } from "$host";
import { number, plural } from "$format/count";
import { isDate, medium } from "$format/dates";

/** What a column can be taken for, in the order it is offered. */
export const FIELDS: Readonly<Record<Field, string>> = {
  ignore: "Leave this column out",
  surname: "Legal surname",
  forename: "Legal forename",
  preferred: "Preferred forename",
  pronunciation: "How the name is said",
  full_name: "Whole name in one cell",
  born: "Date of birth",
  upn: "UPN",
  admission: "Admission number",
  year: "Year",
  class: "Class or tutor group",
  taught_in: "Year taught in, if not that of the age",
  sen_status: "SEN provision",
  sen_since: "Day SEN provision began",
  sen_needs: "SEN needs, primary first",
  primary_need: "Primary SEN need",
  secondary_need: "Secondary SEN need",
  pupil_premium: "Pupil premium",
  eal: "English as an additional language",
  looked_after: "Looked after",
  social_care: "Known to social care",
  young_carer: "Young carer",
  on_roll_from: "First day on roll",
  on_roll_to: "Last day on roll",
  note: "SENCO’s note",
  status_history: "SEN provision over time",
  need_history: "SEN needs over time",
  own_flags: "Flags of your own",
};

/** The fates as filters, in order. */
export const FATES: Readonly<Record<Fate, string>> = {
  new: "New",
  changed: "Changed",
  same: "Same",
  repeated: "Repeated",
  unsure: "Unsure",
  stopped: "Stopped",
};

/** What a fate means for a row. */
export const OUTCOMES: Readonly<Record<Fate, string>> = {
  new: "Added",
  changed: "Updated",
  same: "Nothing to change",
  repeated: "Left out: a repeat",
  unsure: "Waits for you",
  stopped: "Not importable",
};

/** The kinds of problem. */
export const KINDS: Readonly<Record<ProblemCode, string>> = {
  no_name: "No name",
  too_long: "A cell far too long",
  exact_repeat: "The same row again",
  conflicting_repeat: "The same child again, told otherwise",
  shared_identity: "Another child with the same UPN or name",
  maybe_same_pupil: "Perhaps a pupil in the daybook",
  maybe_new_pupil: "Perhaps a new pupil",
  had_left: "Had left the school",
  bad_upn: "UPN not right",
  no_born: "No date of birth",
  born_unreadable: "Date of birth not readable",
  born_month_first: "Date of birth with the month first",
  born_unlikely: "Date of birth not likely",
  lost_letter: "Letters lost from a name",
  old_status: "Old SEN code",
  newer_here: "Newer in the daybook",
  unknown_status: "SEN provision not known",
  unknown_need: "SEN need not known",
  no_primary_need: "No primary need",
  year_not_of_age: "Year not that of the age",
  year_unreadable: "Year not readable",
  flag_unclear: "Neither yes nor no",
  since_unreadable: "Day provision began not readable",
  roll_unreadable: "Day on roll not readable",
  history_unreadable: "History not readable",
  extra_cells: "More cells than headings",
};

/** What the button says: `Import 412 pupils`, `Add 405 pupils and update 7`, `Update 7 pupils`, `Update 7 pupils, mark 2 as left`. */
export function importLabel({ added, updated }: ImportDone, leavers = 0): string {
  if (leavers > 0) {
    const left = `mark ${number(leavers)} as left`;
    return added + updated === 0 ? `M${left.slice(1)}` : `${importLabel({ added, updated } as ImportDone)}, ${left}`;
  }
  if (updated === 0) return `Import ${plural(added, "pupil")}`;
  if (added === 0) return `Update ${plural(updated, "pupil")}`;
  return `Add ${plural(added, "pupil")} and update ${number(updated)}`;
}

/** What was done, for the last step: `412 pupils were added and 3 updated.` */
export function doneWords({ added, updated, same, left_out, left }: ImportDone): string[] {
  const done =
    added && updated
      ? `${plural(added, "pupil was", "pupils were")} added and ${number(updated)} updated.`
      : added
        ? `${plural(added, "pupil was", "pupils were")} added.`
        : `${plural(updated, "pupil was", "pupils were")} updated.`;
  const rest = [
    left && `${plural(left, "pupil was", "pupils were")} marked as left.`,
    same && `${plural(same, "row", "rows")} said nothing new.`,
    left_out && `${plural(left_out, "row was", "rows were")} left out.`,
  ];
  const first = added + updated > 0 || left === 0 ? [done] : [];
  return [...first, ...rest.filter((said): said is string => typeof said === "string")];
}

/** A value of a change as it is read; nothing is said in words. */
export function changeWords(value: string): string {
  if (value === "") return "nothing";
  return isDate(value) ? medium(value) : value;
}

/** A change in one line: `Class: 3A to 4A`. */
export function changeLine({ field, from, to }: FieldChange): string {
  return `${FIELDS[field]}: ${changeWords(from)} to ${changeWords(to)}`;
}
