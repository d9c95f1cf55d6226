// The week in words: what a piece of the timetable says to whoever cannot see it, and the names of states, places and kinds.
import type { BlockState, BlockStory, BreakStory, DayKind, EntryKind, EntryStory, Place, RegisterRow } from "$host";
import { clock } from "$format/clock";
import { sentenceList } from "$format/count";
import { dayName } from "$format/dates";
import { minutes } from "$format/duration";
import { spokenName, withClass } from "$screens/register/words";
import { hush } from "$state/privacy.svelte";

export const PLACES: Readonly<Record<Place, string>> = { school: "At school", home: "At home", other_school: "At another school", travel: "On the way" };
export const ENTRY_KINDS: Readonly<Record<EntryKind, string>> = { as_planned: "As planned", changed: "Changed", interruption: "Interruption", extra: "Extra" };
export const DAY_KINDS: Readonly<Record<DayKind, string>> = {
  open: "",
  inset: "INSET day",
  weekend: "Weekend",
  bank_holiday: "Bank holiday",
  closure: "School closed",
  holiday: "School holiday",
  unknown: "",
};
/** What became of a block, in words. */
export const STATES: Readonly<Record<BlockState["is"], string>> = { open: "nothing said yet", as_planned: "as planned", changed: "changed", not_done: "not done" };

/** `09:00 to 10:30`, as it is read aloud. */
export const spoken = (start: number, long: number) => `${clock(start)} to ${clock(start + long)}`;

/** What a block is called; while names are hidden, the kind of work it is. */
export const titleShown = ({ title, activity }: Pick<BlockStory, "title" | "activity">) => hush(title, activity || "Planned block");
/** What an entry is called; while names are hidden, the kind of work it was. */
export const textShown = ({ text, activity }: Pick<EntryStory, "text" | "activity">) => hush(text, activity || "An entry");

/** `Annual review: draft the report, Tuesday 09:00 to 10:30, 1 h 30 min, planned`. */
export function blockLabel(block: BlockStory, date: string, frozen: boolean): string {
  const said = frozen ? `planned, ${STATES[block.state.is]}` : "planned";
  return [titleShown(block), `${dayName(date)} ${spoken(block.start, block.minutes)}`, minutes(block.minutes), said, about(block.case_codes)].filter(Boolean).join(", ");
}

/** What an entry is, when, and everything its pattern says to the eye. */
export function entryLabel(entry: EntryStory, date: string): string {
  const when = entry.start === null ? `${dayName(date)}, no start` : `${dayName(date)} ${spoken(entry.start, entry.minutes)}`;
  return [textShown(entry), when, minutes(entry.minutes), ...entryMarks(entry), about(entry.case_codes)].filter(Boolean).join(", ");
}

/** `interruption by Mrs Cook`, `20 min out of hours`, `to classify`: what there is to say of an entry. */
export function entryMarks(entry: EntryStory): string[] {
  const who = entry.interrupted_by && entry.kind === "interruption" ? ` by ${hush(entry.interrupted_by, "somebody")}` : "";
  const outside = entry.out_of_hours === entry.minutes ? "out of hours" : `${minutes(entry.out_of_hours)} out of hours`;
  return [
    ENTRY_KINDS[entry.kind].toLowerCase() + who,
    entry.place === "school" ? "" : PLACES[entry.place].toLowerCase(),
    entry.out_of_hours > 0 ? outside : "",
    entry.displaced ? `instead of ${hush(entry.displaced, "a block")}` : "",
    entry.provisional ? "to classify" : "",
    entry.private ? "private" : "",
  ].filter(Boolean);
}

/** `Lunch, Tuesday 12:15 to 13:00, 20 min taken, 25 min lost, parent came early`. */
export function breakLabel(one: BreakStory): string {
  const when = `${dayName(one.date)} ${spoken(one.span.start, one.span.end - one.span.start)}`;
  return [one.name, when, breakState(one), hush(one.why)].filter(Boolean).join(", ");
}

export function breakState(one: BreakStory): string {
  if (one.state === "taken") return one.said ? "taken" : "taken unless you say otherwise";
  return one.state === "missed" ? "missed" : `${minutes(one.taken)} taken, ${minutes(one.lost)} lost`;
}

/** `Oluwaseun Fernández-López (4A)`; the case code while names are hidden. */
export const pupilName = (row: RegisterRow) => withClass(hush(spokenName(row), row.case_code), row);

const about = (codes: readonly string[]) => (codes.length > 0 ? `about ${sentenceList(codes)}` : "");
