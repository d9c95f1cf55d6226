// What is asked of the list, and how the answer is counted in words. Pure: the core does the searching.
import type { Facet, GroupBy, RegisterQuery, RulePack, Scope, SortBy } from "$host";
import { number } from "$format/count";
import type { Option, Sort } from "$parts/types";
import { codeAndLabel, FLAGS, needLabel, statusLabel, yearLabel } from "../words";

/** What the list can be filtered by. */
export type FilterName = "statuses" | "needs" | "years" | "classes" | "plans" | "flags";

export const FILTERS: readonly { name: FilterName; label: string }[] = [
  { name: "statuses", label: "Provision" },
  { name: "needs", label: "Need" },
  { name: "years", label: "Year" },
  { name: "classes", label: "Class" },
  { name: "plans", label: "Plan" },
  { name: "flags", label: "Flags" },
];

export const SCOPES: Option[] = [
  { value: "register", label: "Register" },
  { value: "roll", label: "Everyone on roll" },
  { value: "left", label: "Left" },
];

export const GROUPS: Option[] = [
  { value: "none", label: "Not grouped" },
  { value: "class", label: "By class" },
  { value: "need", label: "By primary need" },
  { value: "year", label: "By year" },
  { value: "status", label: "By provision" },
];

/** Everybody in scope, by name. */
export function everybody(scope: Scope): RegisterQuery {
  return { scope, search: "", statuses: [], needs: [], years: [], classes: [], plans: [], flags: [], own_flags: [], sort: "name", descending: false, group: "none", columns: [] };
}

/** The same order, groups, columns and scope with nothing left out. */
export function cleared(query: RegisterQuery): RegisterQuery {
  const { sort, descending, group, columns } = query;
  return { ...everybody(query.scope), sort, descending, group, columns };
}

/** True when a search or a filter may leave somebody out. */
export function narrowed(query: RegisterQuery): boolean {
  return query.search.trim() !== "" || query.own_flags.length > 0 || FILTERS.some(({ name }) => query[name].length > 0);
}

/** The query with one value of a filter turned on or off. */
export function turned(query: RegisterQuery, name: FilterName, value: string): RegisterQuery {
  const on = query[name].includes(value);
  return { ...query, [name]: on ? query[name].filter((one) => one !== value) : [...query[name], value] };
}

/** The query with a flag of the school's own turned on or off. */
export function turnedFlag(query: RegisterQuery, flag: number): RegisterQuery {
  const on = query.own_flags.includes(flag);
  return { ...query, own_flags: on ? query.own_flags.filter((one) => one !== flag) : [...query.own_flags, flag] };
}

/** The query in another scope, without provision: among those who have left, nobody may have any. */
export function scoped(query: RegisterQuery, scope: string): RegisterQuery {
  return { ...query, scope: scope as Scope, statuses: [] };
}

/** How many are shown: `38 of 49 on the register`, `412 on roll`. */
export function countLine(shown: number, inScope: number, query: RegisterQuery): string {
  const where: Record<Scope, string> = { register: "on the register", roll: "on roll", left: inScope === 1 ? "has left" : "have left" };
  const all = `${number(inScope)} ${where[query.scope]}`;
  return narrowed(query) ? `${number(shown)} of ${all}` : all;
}

/** The order as the table's headings show it. */
export function sortOf(query: RegisterQuery): Sort {
  return { key: query.sort, direction: query.descending ? "descending" : "ascending" };
}

/** The query ordered as a heading asked. */
export function sortedBy(query: RegisterQuery, sort: Sort): RegisterQuery {
  return { ...query, sort: sort.key as SortBy, descending: sort.direction === "descending" };
}

/** The words of a value to filter by. */
export function valueWords(rules: RulePack, name: FilterName, value: string, own: ReadonlyMap<number | string, string> = new Map()): string {
  switch (name) {
    case "statuses":
      return codeAndLabel(value, statusLabel(rules, value));
    case "needs":
      return codeAndLabel(value, needLabel(rules, value));
    case "years":
      return yearLabel(rules, value);
    case "classes":
      return value;
    case "plans":
      return own.get(value) ?? value;
    case "flags":
      return FLAGS.find((flag) => flag.key === value)?.label ?? value;
  }
}

/** The values a filter offers: those in scope, in the order of the codes, and any that is chosen though nobody has it. */
export function choices(rules: RulePack, name: FilterName, facets: readonly Facet[], chosen: readonly string[]): Facet[] {
  const gone = chosen.filter((value) => !facets.some((facet) => facet.value === value)).map((value) => ({ value, count: 0 }));
  const order: Partial<Record<FilterName, string[]>> = {
    statuses: rules.statuses.map((status) => status.code),
    needs: rules.needs.map((need) => need.code),
    flags: FLAGS.map((flag) => flag.key),
  };
  const known = order[name];
  const all = [...facets, ...gone];
  return known ? all.sort((a, b) => known.indexOf(a.value) - known.indexOf(b.value)) : all;
}

/** What a filter's button says: `Year`, `Year: 4, 5`, `Need: 3 chosen`. */
export function filterLabel(name: FilterName, label: string, chosen: readonly string[]): string {
  if (chosen.length === 0) return label;
  const short = name === "flags" ? chosen.map((key) => FLAGS.find((flag) => flag.key === key)?.short ?? key) : chosen;
  const text = short.join(", ");
  return text.length <= 16 ? `${label}: ${text}` : `${label}: ${chosen.length} chosen`;
}

/** The heading of a group: `Class 4A`, `Hearing impairment`, `No class`. */
export function groupLabel(rules: RulePack, by: GroupBy, value: string): string {
  switch (by) {
    case "none":
      return "";
    case "class":
      return value ? `Class ${value}` : "No class";
    case "need":
      return value ? codeAndLabel(value, needLabel(rules, value)) : "No need recorded";
    case "year":
      return value ? yearLabel(rules, value) : "No year";
    case "status":
      return value ? codeAndLabel(value, statusLabel(rules, value)) : "No SEN provision";
  }
}
