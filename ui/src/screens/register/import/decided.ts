// What was decided about a list, as it is kept through a lock: numbers of rows and kinds of problem, and never what a row says. Pure.
import type { Mapping, PreviewRow, Problem, PupilId, Refused } from "$host";
import { offerKey } from "./choose";

export interface Decided {
  mapping: Mapping | null;
  leftOut: number[];
  /** Offers that were accepted, by row and kind. */
  accepted: string[];
  refused: Refused[];
  leavers: PupilId[];
  lastDay: string;
  asAt: string;
}

/** The offers of a preview that were accepted before. */
export function acceptedAgain(keys: readonly string[], rows: readonly PreviewRow[]): [string, Problem][] {
  return rows
    .flatMap((row) => row.problems)
    .map((problem): [string, Problem] => [offerKey(problem), problem])
    .filter(([key]) => keys.includes(key));
}
