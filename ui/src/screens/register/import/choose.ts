// What a person decides about a preview, and what would then become of each row. Pure.
import type { Choices, Counts, Fate, ImportView, Mapping, Preview, PreviewRow, Problem, ProblemCode, Refused } from "$host";
import { number, plural, sentenceList } from "$format/count";

/** Rows left out and offers accepted so far. */
export interface Chosen {
  leftOut: ReadonlySet<number>;
  /** Changes refused, by `refusedKey`. */
  refused: ReadonlyMap<string, Refused>;
  /** Accepted offers by `offerKey`, each with the problem it answered. */
  accepted: ReadonlyMap<string, Problem>;
}

/** Which rows are shown: by what would become of them, those somebody should look at, or those with no more than a note. */
export type View = "all" | "look" | "noted" | Fate;

/** Two answers to one question: accepting one takes the other back. */
const OTHER: Partial<Record<ProblemCode, ProblemCode>> = { maybe_same_pupil: "maybe_new_pupil", maybe_new_pupil: "maybe_same_pupil" };

/** Offers that give a row something to change where there was nothing. */
const CHANGING: readonly ProblemCode[] = ["old_status", "flag_unclear", "year_not_of_age", "born_month_first"];

/** One offer of a list. An offer is accepted for every problem of its kind in the row. */
export function offerKey({ row, code }: { row: number; code: ProblemCode }): string {
  return `${row} ${code}`;
}

/** One thing of one row. */
export function refusedKey({ row, field }: Refused): string {
  return `${row} ${field}`;
}

/** The offers with these accepted, or taken back. */
export function answered(accepted: ReadonlyMap<string, Problem>, problems: readonly Problem[], yes: boolean): Map<string, Problem> {
  const next = new Map(accepted);
  for (const problem of problems) {
    if (!yes) next.delete(offerKey(problem));
    else if (problem.offered !== null) {
      const other = OTHER[problem.code];
      if (other) next.delete(offerKey({ row: problem.row, code: other }));
      next.set(offerKey(problem), problem);
    }
  }
  return next;
}

/** Problems that say the same thing and differ in what they offer: it is said once, with a choice. */
export function bySentence(problems: readonly Problem[]): Problem[][] {
  const groups: Problem[][] = [];
  for (const problem of problems) {
    const same = groups.find((group) => group[0]!.sentence === problem.sentence);
    if (same) same.push(problem);
    else groups.push([problem]);
  }
  return groups;
}

/** All offers of a kind among these rows. */
export function offersOf(rows: readonly PreviewRow[], code: ProblemCode): Problem[] {
  return rows.flatMap((row) => row.problems.filter((problem) => problem.code === code && problem.offered !== null));
}

/** What would become of a row with its offers answered, as far as the row alone tells; how many in all, the core counts. */
export function fateOf(row: PreviewRow, accepted: ReadonlyMap<string, Problem>): Fate {
  const taken = (code: ProblemCode) => accepted.has(offerKey({ row: row.row, code }));
  const here: Fate = row.pupil === null ? "new" : "changed";
  switch (row.fate) {
    case "unsure":
      return taken("maybe_same_pupil") ? "changed" : taken("maybe_new_pupil") ? "new" : "unsure";
    case "repeated":
      return taken("shared_identity") || taken("conflicting_repeat") ? here : "repeated";
    case "same":
      return row.problems.some((problem) => CHANGING.includes(problem.code) && taken(problem.code)) ? "changed" : "same";
    case "new":
    case "changed":
    case "stopped":
      return row.fate;
  }
}

/** Whether a row can be left out: where nothing would be written there is nothing to leave out. */
export function mayLeave(row: PreviewRow, fate: Fate, leftOut: ReadonlySet<number>): boolean {
  return fate === "new" || fate === "changed" || leftOut.has(row.row);
}

/** Whether somebody should look at a row before it is imported. */
export function wantsLook(row: PreviewRow): boolean {
  return row.problems.some((problem) => problem.severity !== "note");
}

/** Whether all there was to look at in a row has been decided: each such thing answered, or the row left out. */
export function isSettled(row: PreviewRow, { leftOut, accepted }: Pick<Chosen, "leftOut" | "accepted">): boolean {
  if (!wantsLook(row)) return false;
  const asked = bySentence(row.problems.filter((problem) => problem.severity !== "note"));
  return leftOut.has(row.row) || asked.every((problems) => isAnswered(problems, accepted));
}

/** Whether one of the offers that are made for the same thing was accepted. */
export function isAnswered(problems: readonly Problem[], accepted: ReadonlyMap<string, Problem>): boolean {
  return problems.some((problem) => accepted.has(offerKey(problem)));
}

/** Whether there is something to know of a row, and nothing to decide. */
export function hasNote(row: PreviewRow): boolean {
  return row.problems.length > 0 && !wantsLook(row);
}

/** The rows that came in with something odd about them that nothing has settled. */
export function stillOdd(rows: readonly PreviewRow[], { leftOut, accepted }: Pick<Chosen, "leftOut" | "accepted">): PreviewRow[] {
  const cameIn = (row: PreviewRow) => !leftOut.has(row.row) && ["new", "changed", "same"].includes(fateOf(row, accepted));
  const open = (row: PreviewRow) => row.problems.filter((problem) => problem.offered === null || !isAnswered([problem], accepted));
  return rows.filter(cameIn).map((row) => ({ ...row, problems: open(row) })).filter(({ problems }) => problems.length > 0);
}

/** The rows of a view that have a problem of the kind asked for; every kind where none is. */
export function shownRows(rows: readonly PreviewRow[], view: View, kind: ProblemCode | ""): PreviewRow[] {
  return rows.filter(
    (row) =>
      (view === "all" || (view === "look" ? wantsLook(row) : view === "noted" ? hasNote(row) : row.fate === view)) &&
      (kind === "" || row.problems.some((problem) => problem.code === kind)),
  );
}

/** Every row once, by what would become of it, then how many to look at: `412 new, 0 changed and 3 repeats left out. 9 to look at (2 settled) and 4 with a note.` */
export function summary(counts: Counts, look: number, noted: number, settled = 0): string {
  const parts = [
    `${number(counts.new)} new`,
    `${number(counts.changed)} changed`,
    counts.same > 0 && `${number(counts.same)} already as in the file`,
    counts.repeated > 0 && `${plural(counts.repeated, "repeat")} left out`,
    counts.unsure > 0 && `${number(counts.unsure)} waiting for you`,
    counts.stopped > 0 && `${number(counts.stopped)} not importable`,
  ];
  const marked = [look > 0 && `${number(look)} to look at${settled > 0 ? ` (${number(settled)} settled)` : ""}`, noted > 0 && `${number(noted)} with a note`];
  return [parts, marked].map(sentence).filter(Boolean).join(" ");
}

const sentence = (parts: readonly (string | false)[]) => {
  const said = parts.filter((part): part is string => part !== false);
  return said.length > 0 ? `${sentenceList(said)}.` : "";
};

/** Why there is nothing to import; none where there is. */
export function nothingToDo({ preview, would }: Pick<ImportView, "preview" | "would">, leftOut: ReadonlySet<number>, leavers = 0): string | null {
  if (would.added + would.updated + leavers > 0) return null;
  const { rows, same, unsure, stopped } = preview.counts;
  if (rows === 0) return "Nothing to import: the file names no pupil.";
  if (preview.counts.new + preview.counts.changed > 0 && leftOut.size > 0) return "Nothing to import: every row with something new is left out.";
  if (unsure > 0) return `Nothing to import as it stands: ${plural(unsure, "row waits", "rows wait")} for you to say what to do.`;
  const cannot = stopped > 0 && `${plural(stopped, "row", "rows")} cannot be imported.`;
  if (same === 0) return ["Nothing to import.", cannot].filter(Boolean).join(" ");
  const here = same === 1 ? "the child is here already as the file has them." : `all ${number(same)} children are here already as the file has them.`;
  return [`Nothing to import, since nothing would change: ${here}`, cannot].filter(Boolean).join(" ");
}

/** The choices as the core takes them. */
export function choicesFrom({ leftOut, accepted, refused }: Chosen, asAt: string): Choices {
  return {
    left_out: [...leftOut].sort((a, b) => a - b),
    accepted: [...accepted.values()].map(({ row, code }) => ({ row, code })),
    refused: [...refused.values()],
    as_at: asAt,
  };
}

/** What the columns of a preview are taken for. */
export function mappingOf(preview: Preview): Mapping {
  return { columns: preview.columns.map(({ heading, field }) => ({ heading, field })) };
}

/** Whether some column is taken for a name: without one, nobody can be told. */
export function hasName(preview: Preview): boolean {
  return preview.columns.some(({ field }) => field === "surname" || field === "forename" || field === "full_name");
}
