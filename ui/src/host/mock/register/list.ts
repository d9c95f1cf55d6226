// The list as the core answers it: scope, search, filters, order, and what there is to filter by.
import type { Facet, Flags, PupilView, RegisterList, RegisterQuery, RegisterRow } from "../../types";
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
  };
}

/** The rows that answer a query, and counts over everybody in scope. */
export function list(pupils: readonly PupilView[], query: RegisterQuery, today: string): RegisterList {
  const left = (pupil: PupilView) => pupil.on_roll_to !== null && pupil.on_roll_to < today;
  const scoped = pupils
    .filter((pupil) => left(pupil) === (query.scope === "left"))
    .map((pupil) => ({ row: rowOf(pupil, today), words: fold([pupil.forename, pupil.preferred, pupil.surname, pupil.class, pupil.upn, pupil.case_code].join(" ")) }))
    .filter(({ row }) => query.scope !== "register" || row.status !== "");
  const words = fold(query.search).split(/\s+/).filter(Boolean);
  const asked = (list: string[], value: string) => list.length === 0 || list.includes(value);
  const rows = scoped
    .filter(
      ({ row, words: text }) =>
        words.every((word) => text.includes(word)) &&
        asked(query.statuses, row.status) &&
        asked(query.years, row.year) &&
        asked(query.classes, row.class) &&
        (query.needs.length === 0 || query.needs.some((need) => row.needs.includes(need))) &&
        query.flags.every((flag) => row.flags[flag as keyof Flags]),
    )
    .map(({ row }) => row)
    .sort((one, other) => compare(one, other, query));
  const all = scoped.map(({ row }) => row);
  return {
    rows,
    in_scope: all.length,
    statuses: facets(all.map((row) => row.status)),
    needs: facets(all.flatMap((row) => row.needs)),
    years: facets(all.map((row) => row.year), RULES.years.map((year) => year.code)),
    classes: facets(all.map((row) => row.class)),
    flags: facets(all.flatMap((row) => Object.entries(row.flags).flatMap(([flag, on]) => (on ? [flag] : [])))),
  };
}

function facets(values: string[], order?: string[]): Facet[] {
  const counts: Record<string, number> = {};
  for (const value of values.filter(Boolean)) counts[value] = (counts[value] ?? 0) + 1;
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
