// The codes in force, as the core's rule pack for England has them.
import type { Answers } from "../mock";
import type { RulePack } from "../types";

const SOURCE = "CBDS codeset SEN type";
const NEEDS: [string, string, string, string | null, string[]][] = [
  ["SLCN", "Speech, language and communication needs", "communication", null, []],
  ["ASD", "Autistic spectrum disorder", "communication", null, []],
  ["SPLD", "Specific learning difficulty", "cognition", null, []],
  ["MLD", "Moderate learning difficulty", "cognition", null, []],
  ["SLD", "Severe learning difficulty", "cognition", null, []],
  ["PMLD", "Profound and multiple learning difficulty", "cognition", null, []],
  ["SEMH", "Social, emotional and mental health", "semh", "2014-09-01", []],
  ["HI", "Hearing impairment", "sensory", null, []],
  ["VI", "Vision impairment", "sensory", null, []],
  ["MSI", "Multi-sensory impairment", "sensory", null, []],
  ["PD", "Physical disability", "sensory", null, []],
  ["DS", "Down syndrome", "other", "2025-01-01", []],
  ["OTH", "Other difficulty or disability", "other", null, []],
  ["NSA", "SEN support but no specialist assessment of type of need", "other", null, ["K"]],
];
const YEARS: [string, string][] = [
  ["E1", "Early years, first year"],
  ["E2", "Early years, second year"],
  ["N1", "Nursery, first year"],
  ["N2", "Nursery, second year"],
  ["R", "Reception"],
  ["1", "Year 1"],
  ["2", "Year 2"],
  ["3", "Year 3"],
  ["4", "Year 4"],
  ["5", "Year 5"],
  ["6", "Year 6"],
  ["7", "Year 7"],
  ["8", "Year 8"],
  ["9", "Year 9"],
  ["10", "Year 10"],
  ["11", "Year 11"],
  ["12", "Year 12"],
  ["13", "Year 13"],
  ["14", "Year 14"],
  ["X", "No curriculum year"],
];

export const RULES: RulePack = {
  name: "England, September 2014 onwards",
  in_force_from: "2014-09-01",
  sources: [{ key: "CBDS", title: "Common basic data set (Department for Education)" }],
  none: "N",
  statuses: [
    { code: "W", label: "Watch list", on_register: true, registered: false, needs_primary: false, from: null, to: null, source: "the school" },
    { code: "K", label: "SEN support", on_register: true, registered: true, needs_primary: true, from: "2014-09-01", to: null, source: "CBDS codeset SEN provision; Code 6.44" },
    { code: "E", label: "Education, health and care plan", on_register: true, registered: true, needs_primary: true, from: "2014-09-01", to: null, source: "CBDS codeset SEN provision; CFA s.37" },
  ],
  areas: [
    { key: "communication", label: "Communication and interaction", source: "Code 6.28" },
    { key: "cognition", label: "Cognition and learning", source: "Code 6.30" },
    { key: "semh", label: "Social, emotional and mental health", source: "Code 6.32" },
    { key: "sensory", label: "Sensory and/or physical", source: "Code 6.34" },
    { key: "other", label: "Not tied to one area", source: "CBDS codeset SEN type" },
  ],
  needs: NEEDS.map(([code, label, area, from, statuses]) => ({ code, label, area, from, to: null, statuses, source: SOURCE })),
  legacy_statuses: [
    { old: "A", new: "K", label: "School Action", source: "CBDS codeset SEN provision" },
    { old: "P", new: "K", label: "School Action Plus", source: "CBDS codeset SEN provision" },
    { old: "S", new: "E", label: "Statement of special educational needs", source: "CBDS codeset SEN provision" },
  ],
  years: YEARS.map(([code, label]) => ({ code, label })),
  periods: [],
  fixed_days: [],
};

export function answers(): Answers {
  return { rules: () => RULES };
}
