// The rows shown, as text that a spreadsheet takes in: one line each, cells divided by tabs. Pure.
import type { RegisterRow, RulePack } from "$host";
import type { OwnFlags, ShownColumn } from "./columns";

/** Headings and rows, as they stand on the screen; a name in two cells, so that it can be sorted by. */
export function asTabbed(rows: readonly RegisterRow[], rules: RulePack, columns: readonly ShownColumn[], own: OwnFlags = new Map()): string {
  const headings = columns.flatMap((column) => (column.key === "name" ? ["Surname", "Forename"] : [column.label]));
  const lines = rows.map((row) =>
    columns.flatMap((column) => (column.key === "name" ? [row.surname, row.forename] : [column.copied?.(row, rules) ?? column.text(row, rules, own)])),
  );
  return tabbed([headings, ...lines]);
}

/** Rows of cells as a spreadsheet takes them in. */
export function tabbed(lines: readonly (readonly string[])[]): string {
  return lines.map((cells) => cells.map(cell).join("\t")).join("\n");
}

// A spreadsheet would take a cell that begins like this for a formula; an apostrophe keeps it text.
function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}
