// The rows shown, as text that a spreadsheet takes in: one line each, cells divided by tabs. Pure.
import type { RegisterRow, RulePack } from "$host";
import { typed } from "$format/dates";
import { codeAndLabel, flagsOf, statusLabel, yearLabel } from "../words";

const HEADINGS = ["Surname", "Forename", "Year", "Class", "SEN provision", "Since", "Needs", "Flags", "Case code"];

/** Headings and rows. */
export function asTabbed(rows: readonly RegisterRow[], rules: RulePack): string {
  const lines = rows.map((row) => [
    row.surname,
    row.forename,
    yearLabel(rules, row.year),
    row.class,
    row.status && codeAndLabel(row.status, statusLabel(rules, row.status)),
    row.since ? typed(row.since) : "",
    row.needs.join(", "),
    flagsOf(row.flags)
      .map((flag) => flag.label)
      .join(", "),
    row.case_code,
  ]);
  return [HEADINGS, ...lines].map((cells) => cells.map(cell).join("\t")).join("\n");
}

// A spreadsheet would take a cell that begins like this for a formula; an apostrophe keeps it text.
function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}
