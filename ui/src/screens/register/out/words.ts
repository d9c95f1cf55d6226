// What the files are called, and what each of them holds. Pure.
import type { CensusPart } from "$host";

/** The kinds of file a list can be saved as. */
export const FORMATS = [
  {
    value: "xlsx" as const,
    label: "Excel workbook",
    name: "Excel workbook",
    ending: "xlsx",
    holds: "Everything of a record that fits in a row: details, flags, note, provision and needs with their history. It can be imported again without loss, but for flags of your own.",
  },
  {
    value: "csv" as const,
    label: "CSV",
    name: "Comma-separated text",
    ending: "csv",
    holds: "The same as the workbook, as plain text that every spreadsheet and school system reads. Nothing in it can run as a formula.",
  },
  {
    value: "ctf" as const,
    label: "Transfer file",
    name: "Common transfer file",
    ending: "xml",
    holds: "What a common transfer file has room for: names, date of birth, UPN, year, care, and SEN provision and needs over time. Not class, note, other flags or the watch list. It gives no sex and no school number: the office’s own transfer file does.",
  },
];

/** A kind by its value; the first where there is none. */
export function kindOf(value: string): (typeof FORMATS)[number] {
  return FORMATS.find((kind) => kind.value === value) ?? FORMATS[0]!;
}

/** What part of a record a finding is about. */
export const PARTS: Readonly<Record<CensusPart, string>> = {
  name: "Name",
  born: "Date of birth",
  upn: "UPN",
  year: "Year",
  provision: "SEN provision",
  needs: "SEN needs",
};
