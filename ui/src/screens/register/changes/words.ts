// What changed, as text that a spreadsheet takes in. Pure.
import type { ChildChanges, RulePack } from "$host";
import { typed } from "$format/dates";
import type { Option } from "$parts/types";
import { tabbed } from "../list/copy";
import { statusLabel, yearLabel } from "../words";

export const WHOM: Option[] = [
  { value: "register", label: "Register" },
  { value: "roll", label: "Everyone on roll" },
  { value: "left", label: "Left since" },
];

/** One line for each thing that changed. */
export function changesTabbed(children: readonly ChildChanges[], rules: RulePack): string {
  const lines = children.flatMap((child) =>
    child.lines.map((line) => [
      child.surname,
      child.forename,
      yearLabel(rules, child.year),
      child.class,
      child.status && statusLabel(rules, child.status),
      line.on ? typed(line.on) : "",
      line.sentence,
      child.case_code,
    ]),
  );
  return tabbed([["Surname", "Forename", "Year", "Class", "SEN provision", "Day", "What changed", "Case code"], ...lines]);
}
