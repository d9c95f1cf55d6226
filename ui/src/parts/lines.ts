// The lines of a table whose rows stand in groups: the heading of each group, and its rows below it.

/** Rows that stand together, so many in turn. */
export interface Group {
  label: string;
  count: number;
  /** A word more about them, such as the hours they come to. */
  note?: string;
}

/** A row, and where it stands among the rows; or the heading of a group, and where its first row stands. */
export interface Line<Row> {
  at: number;
  row?: Row;
  heading?: Group;
}

/** Headings and rows in the order they are drawn. */
export function linesOf<Row>(rows: readonly Row[], groups: readonly Group[] | undefined): Line<Row>[] {
  if (!groups?.length) return rows.map((row, at) => ({ row, at }));
  let from = 0;
  return groups.flatMap((heading) => {
    const first = from;
    from += heading.count;
    return [{ heading, at: first }, ...rows.slice(first, from).map((row, index) => ({ row, at: first + index }))];
  });
}

/** Which line a row is drawn on. */
export function lineAt(at: number, groups: readonly Group[] | undefined): number {
  let line = at;
  let from = 0;
  for (const group of groups ?? []) {
    if (from > at) break;
    line += 1;
    from += group.count;
  }
  return line;
}
