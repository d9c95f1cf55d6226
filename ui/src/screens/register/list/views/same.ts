// Whether a saved view asks for what is shown now. Pure.
import type { RegisterQuery } from "$host";

/** True when both ask for the same. The order in which values were chosen does not matter, that of columns does. */
export function sameView(one: RegisterQuery, other: RegisterQuery): boolean {
  return asText(one) === asText(other);
}

function asText({ scope, search, statuses, needs, years, classes, flags, own_flags, sort, descending, group, columns }: RegisterQuery): string {
  const sets = [statuses, needs, years, classes, flags].map((values) => [...values].sort());
  sets.push(own_flags.map(String).sort());
  return JSON.stringify([scope, search.trim(), ...sets, sort, descending, group, columns]);
}
