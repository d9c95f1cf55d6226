// How long it may lie untouched before it locks, to choose from.
import { minutes as inWords } from "$format/duration";
import type { Option } from "$parts/types";

const USUAL = [2, 5, 10, 15, 30, 60, 120];

/** The usual lengths, and the one that is set where it is another. */
export function minuteChoices(set: number): Option[] {
  return [...new Set([...USUAL, set])].sort((one, other) => one - other).map((value) => ({ value: String(value), label: inWords(value) }));
}
