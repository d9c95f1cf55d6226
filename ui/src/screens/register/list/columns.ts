// The columns of the list: what each is called, what it says, and how wide it is. Pure.
import type { Flag, ListColumn, PlanKindChoice, RegisterRow, RulePack, SortBy } from "$host";
import { medium, typed } from "$format/dates";
import { codeAndLabel, flagsOf, listName, statusLabel, yearLabel } from "../words";

/** What flags of the school's own are called, by number, and kinds of plan, by key. */
export type OwnFlags = ReadonlyMap<number | string, string>;

export interface ShownColumn {
  key: ListColumn;
  label: string;
  /** What the list is sorted by under its heading; columns without one are not sorted by. */
  sort?: SortBy;
  /** Its width in rem; wide screens share out what is left. */
  width: number;
  /** What a cell says on the screen. */
  text: (row: RegisterRow, rules: RulePack, own: OwnFlags) => string;
  /** What it says in a spreadsheet, where that is something else. */
  copied?: (row: RegisterRow, rules: RulePack) => string;
}

const more = (key: ListColumn) => (row: RegisterRow) => row.more[key] ?? "";
const day = (key: ListColumn, write: (iso: string) => string) => (row: RegisterRow) => (row.more[key] ? write(row.more[key]) : "");

export const COLUMNS: readonly ShownColumn[] = [
  { key: "name", label: "Name", sort: "name", width: 14.2, text: listName },
  { key: "year", label: "Year", sort: "year", width: 3.3, text: (row) => row.year, copied: (row, rules) => yearLabel(rules, row.year) },
  { key: "class", label: "Class", sort: "class", width: 4.4, text: (row) => row.class },
  {
    key: "status",
    label: "SEN provision",
    sort: "status",
    width: 16.5,
    text: (row, rules) => statusLabel(rules, row.status),
    copied: (row, rules) => row.status && codeAndLabel(row.status, statusLabel(rules, row.status)),
  },
  { key: "since", label: "Since", sort: "since", width: 6.8, text: (row) => (row.since ? medium(row.since) : ""), copied: (row) => (row.since ? typed(row.since) : "") },
  { key: "needs", label: "Needs", sort: "need", width: 7, text: (row) => row.needs.join(", ") },
  {
    key: "flags",
    label: "Flags",
    width: 5.2,
    text: (row) => flagsOf(row.flags).map((flag) => flag.short).join(", "),
    copied: (row) => flagsOf(row.flags).map((flag) => flag.label).join(", "),
  },
  { key: "own_flags", label: "Own flags", width: 9, text: (row, _, own) => row.own_flags.flatMap((flag) => own.get(flag) ?? []).join(", ") },
  { key: "plans", label: "Plans", width: 9, text: (row, _, own) => planWords(row, own) },
  { key: "case_code", label: "Case code", sort: "case_code", width: 5, text: (row) => row.case_code },
  { key: "forename", label: "Legal forename", width: 8, text: more("forename") },
  { key: "pronunciation", label: "Pronounced", width: 9, text: more("pronunciation") },
  { key: "born", label: "Date of birth", sort: "born", width: 7.5, text: (row) => (row.born ? medium(row.born) : ""), copied: (row) => (row.born ? typed(row.born) : "") },
  { key: "age", label: "Age", sort: "born", width: 4.5, text: more("age") },
  { key: "upn", label: "UPN", width: 8, text: more("upn") },
  { key: "admission", label: "Admission no.", width: 6.5, text: more("admission") },
  { key: "on_roll_from", label: "On roll from", width: 7.5, text: day("on_roll_from", medium), copied: day("on_roll_from", typed) },
  { key: "on_roll_to", label: "Last day on roll", width: 7.5, text: day("on_roll_to", medium), copied: day("on_roll_to", typed) },
  { key: "next_review", label: "Next review", width: 7.5, text: day("next_review", medium), copied: day("next_review", typed) },
  { key: "note", label: "Note", width: 16, text: more("note") },
];

/** The columns of a list of which nobody asked for others. */
export const USUAL: readonly ListColumn[] = ["name", "year", "class", "status", "since", "needs", "flags", "case_code"];

/** The names of flags of the school's own and of kinds of plan, by which they are. */
export function ownFlags(flags: readonly Flag[], kinds: readonly PlanKindChoice[] = []): OwnFlags {
  return new Map<number | string, string>([...flags.map((flag) => [flag.id, flag.name] as const), ...kinds.map((kind) => [kind.key, kind.label] as const)]);
}

/** The kinds of a child's open plans in words. */
function planWords(row: RegisterRow, own: OwnFlags): string {
  const keys = (row.more.plans ?? "").split(",").filter(Boolean);
  return keys.map((key) => own.get(key) ?? key).join(", ");
}

/** The columns asked for, in order. */
export function shownColumns(asked: readonly ListColumn[]): ShownColumn[] {
  return (asked.length > 0 ? asked : USUAL).flatMap((key) => COLUMNS.filter((column) => column.key === key));
}

/** The columns with one more, behind those it is listed after, or with one fewer; the usual ones are asked for by naming none. At least one stays. */
export function turnedColumn(asked: readonly ListColumn[], key: ListColumn): ListColumn[] {
  const now = shownColumns(asked).map((column) => column.key);
  const next = now.includes(key) ? now.filter((one) => one !== key) : placed(now, key);
  return next.length === 0 ? [...asked] : unlessUsual(next);
}

/** The columns with one of them moved to another place among those shown. */
export function movedColumn(asked: readonly ListColumn[], key: ListColumn, to: number): ListColumn[] {
  const now = shownColumns(asked).map((column) => column.key);
  if (!now.includes(key)) return [...asked];
  const others = now.filter((one) => one !== key);
  const at = Math.max(0, Math.min(to, others.length));
  return unlessUsual([...others.slice(0, at), key, ...others.slice(at)]);
}

function placed(now: readonly ListColumn[], key: ListColumn): ListColumn[] {
  const keys = COLUMNS.map((column) => column.key);
  const before = now.findLastIndex((one) => keys.indexOf(one) < keys.indexOf(key));
  return [...now.slice(0, before + 1), key, ...now.slice(before + 1)];
}

function unlessUsual(next: ListColumn[]): ListColumn[] {
  return next.length === USUAL.length && next.every((one, at) => one === USUAL[at]) ? [] : next;
}
