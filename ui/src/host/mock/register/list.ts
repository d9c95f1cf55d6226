// The list as the core answers it: scope, search, filters, order, and what there is to filter by.
import type { ListColumn, Facet, Flags, PupilView, RegisterList, RegisterQuery, RegisterRow } from "../../types";
import { RULES } from "./rules";
import { yearOf } from "./people";

/** The row of a pupil. */
export function rowOf(pupil: PupilView, today: string): RegisterRow {
  const holds = (spell: { from: string; to: string | null }) => spell.from <= today && (spell.to === null || spell.to > today);
  const status = pupil.statuses.find(holds);
  return {
    id: pupil.id,
    case_code: pupil.case_code,
    surname: pupil.surname,
    forename: pupil.preferred || pupil.forename,
    born: pupil.born,
    year: yearOf(pupil),
    class: pupil.class,
    status: status?.code ?? "",
    since: status?.from ?? null,
    needs: pupil.needs.filter(holds).map((need) => need.code),
    flags: pupil.flags,
    own_flags: pupil.own_flags,
    more: {},
  };
}

/** The cells that are read only where they are asked for. */
function more(pupil: PupilView, columns: readonly ListColumn[], today: string): RegisterRow["more"] {
  const months = (iso: string) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
  const age = (born: string) => {
    const whole = months(today) - months(born) - (today.slice(8) < born.slice(8) ? 1 : 0);
    return `${Math.floor(whole / 12)}y ${whole % 12}m`;
  };
  const cells: Partial<Record<ListColumn, string>> = {
    forename: pupil.forename,
    upn: pupil.upn,
    admission: pupil.admission,
    on_roll_from: pupil.on_roll_from ?? "",
    on_roll_to: pupil.on_roll_to ?? "",
    pronunciation: "",
    next_review: "",
    note: pupil.note,
    plans: openPlans(pupil).join(","),
    age: pupil.born ? age(pupil.born) : "",
  };
  return Object.fromEntries(Object.entries(cells).filter(([column]) => columns.includes(column as ListColumn)));
}

/** The kinds of plan that are open: made up from the number of the child. */
const openPlans = ({ id }: { id: number }): string[] => (id % 3 === 1 ? ["support"] : []);

/** The rows that answer a query, and counts that follow every filter but their own. */
export function list(pupils: readonly PupilView[], query: RegisterQuery, today: string): RegisterList {
  const left = (pupil: PupilView) => pupil.on_roll_to !== null && pupil.on_roll_to < today;
  const scoped = pupils
    .filter((pupil) => left(pupil) === (query.scope === "left"))
    .map((pupil) => ({ row: { ...rowOf(pupil, today), more: more(pupil, query.columns, today) }, words: fold([pupil.forename, pupil.preferred, pupil.surname, pupil.class, pupil.upn, pupil.case_code].join(" ")) }))
    .filter(({ row }) => query.scope !== "register" || row.status !== "");
  const words = fold(query.search).split(/\s+/).filter(Boolean);
  const asked = (list: string[], value: string) => list.length === 0 || list.includes(value);
  type One = (typeof scoped)[number];
  const filters: Record<string, (one: One) => boolean> = {
    words: ({ words: text }) => words.every((word) => text.includes(word)),
    statuses: ({ row }) => asked(query.statuses, row.status),
    years: ({ row }) => asked(query.years, row.year),
    classes: ({ row }) => asked(query.classes, row.class),
    needs: ({ row }) => query.needs.length === 0 || query.needs.some((need) => row.needs.includes(need)),
    plans: ({ row }) => query.plans.length === 0 || openPlans(row).some((kind) => query.plans.includes(kind)),
    flags: ({ row }) => query.flags.every((flag) => row.flags[flag as keyof Flags]) && query.own_flags.every((flag) => row.own_flags.includes(flag)),
  };
  const passing = (but?: string) => scoped.filter((one) => Object.entries(filters).every(([name, passes]) => name === but || passes(one))).map(({ row }) => row);
  const of = (filter: string, values: (row: RegisterRow) => string[], order?: string[]) => facets(scoped.map(({ row }) => row).flatMap(values), passing(filter).flatMap(values), order);
  const rows = passing().sort((one, other) => compare(one, other, query));
  const group = (row: RegisterRow) => ({ none: "", class: row.class, need: row.needs[0] ?? "", year: row.year, status: row.status })[query.group];
  if (query.group !== "none") rows.sort((one, other) => (group(one) === "" ? 1 : 0) - (group(other) === "" ? 1 : 0) || (group(one) < group(other) ? -1 : group(one) > group(other) ? 1 : 0));
  const groups: Facet[] = [];
  for (const row of query.group === "none" ? [] : rows) {
    const last = groups.at(-1);
    if (last?.value === group(row)) last.count += 1;
    else groups.push({ value: group(row), count: 1 });
  }
  return {
    rows,
    groups,
    in_scope: scoped.length,
    statuses: of("statuses", (row) => [row.status]),
    needs: of("needs", (row) => row.needs),
    years: of("years", (row) => [row.year], RULES.years.map((year) => year.code)),
    classes: of("classes", (row) => [row.class]),
    plans: of("plans", openPlans),
    own_flags: of("", (row) => row.own_flags.map(String)).map(({ value, count }) => ({ flag: Number(value), count })),
    flags: of("", (row) => Object.entries(row.flags).flatMap(([flag, on]) => (on ? [flag] : []))),
  };
}

function facets(all: string[], counted: string[], order?: string[]): Facet[] {
  const counts: Record<string, number> = Object.fromEntries(all.filter(Boolean).map((value) => [value, 0]));
  for (const value of counted.filter(Boolean)) counts[value] = (counts[value] ?? 0) + 1;
  const found = Object.entries(counts).map(([value, count]) => ({ value, count }));
  return found.sort((a, b) => (order ? order.indexOf(a.value) - order.indexOf(b.value) : a.value < b.value ? -1 : 1));
}

function compare(one: RegisterRow, other: RegisterRow, query: RegisterQuery): number {
  const name = (row: RegisterRow) => fold(`${row.surname}\n${row.forename}`);
  const key = (row: RegisterRow): string => {
    const keys: Record<RegisterQuery["sort"], string> = {
      name: name(row),
      year: row.year && String(RULES.years.findIndex((year) => year.code === row.year)).padStart(2, "0"),
      class: row.class,
      status: row.status,
      need: row.needs[0] ?? "",
      born: row.born ?? "",
      since: row.since ?? "",
      case_code: row.case_code,
    };
    return keys[query.sort];
  };
  const [a, b] = [key(one), key(other)];
  if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
  const way = query.descending ? -1 : 1;
  return a === b ? (name(one) < name(other) ? -1 : 1) : (a < b ? -1 : 1) * way;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
