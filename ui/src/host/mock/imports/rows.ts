// A list as a school's system exports it: mostly fine, and with every kind of problem the core can find.
import type { Fate, Field, FieldChange, PreviewRow, Problem, ProblemCode, Severity } from "../../types";
import { roll } from "../register/people";

type Odd = [name: string, fate: Fate, problems: [ProblemCode, Severity, Field | null, string, string?][], changes?: FieldChange[], pupil?: number];

const ODD: Odd[] = [
  ["", "stopped", [["no_name", "stop", null, "there is no name, so it cannot be imported. Add the name in the file, or type the pupil in."]]],
  ["Wright, Leo", "stopped", [["too_long", "stop", "class", "the cell holds more than 100 characters, so it cannot be imported. Look whether the column is the right one."]]],
  ["Müller, Amara", "repeated", [["exact_repeat", "note", null, "it says the same as row 24. It is left out, and nothing is lost by that."]]],
  ["Begum, Beatrix", "repeated", [["conflicting_repeat", "ask", null, "row 27 is about the same child and says something else. This one is left out unless you take it instead.", "Take this one instead of row 27"]]],
  ["Brown, Leo", "repeated", [["shared_identity", "ask", "upn", "row 8 has the same UPN, or the same name and date of birth, but seems to be another child. This one is left out unless you say so.", "It is another child: import this one too"]]],
  ["O’Brien, Siân", "unsure", [
    ["maybe_same_pupil", "ask", "surname", "a pupil in the daybook has this name, and nothing else tells whether it is the same child. The row is left out unless you say which it is.", "It is C-0142: update that pupil"],
    ["maybe_new_pupil", "ask", "surname", "a pupil in the daybook has this name, and nothing else tells whether it is the same child. The row is left out unless you say which it is.", "It is another child: add a pupil"],
  ]],
  ["Kaur, Priya", "changed", [["had_left", "note", null, "the pupil in the daybook left on 17 July 2026. The record is changed; the last day on roll stays."]], [{ field: "class", from: "3B", to: "4B" }], 58],
  ["Okafor, Zahra", "new", [["bad_upn", "note", "upn", "\"A881204124209\" is not a right UPN. The check letter does not fit the digits, so at least one character is wrong. It is imported as written."]]],
  ["Ņikitins, Tomasz", "new", [["no_born", "note", "born", "there is no date of birth. The pupil is imported without one, in the year the list gives."], ["lost_letter", "note", "surname", "letters of the name were lost when the list was exported. Put them right on the record."]]],
  ["Ahmed, Kofi", "new", [["born_unreadable", "note", "born", "\"13th of May\" is not a date that can be read. The row is imported without it."]]],
  ["Şahin, Freya", "new", [["born_month_first", "ask", "born", "\"04/23/2020\" has the month first. The row is imported without it unless you take it so.", "Take it as 23 April 2020"]]],
  ["Hall, Noah", "new", [["born_month_first", "ask", "born", "\"11/28/2018\" has the month first. The row is imported without it unless you take it so.", "Take it as 28 November 2018"]]],
  ["Wright, Mei", "new", [["born_unlikely", "note", "born", "02/01/1917 cannot be a pupil's date of birth: it is in the future or more than 25 years ago. The row is imported without it."]]],
  ["Davies, Reuben", "new", [["old_status", "ask", "sen_status", "A (School Action) ended in 2014; K took its place. The row is imported without provision unless you take K.", "Take K"]]],
  ["MacLeod, Nia", "new", [["old_status", "ask", "sen_status", "S (Statement of special educational needs) ended in 2014; E took its place. The row is imported without provision unless you take E.", "Take E"]]],
  ["Evans-Hughes, Harper", "new", [["unknown_status", "ask", "sen_status", "\"Monitoring+\" is no SEN provision that is known. The row is imported without it; set it on the record."]]],
  ["Kowalczyk, Łukasz", "new", [["unknown_need", "ask", "sen_needs", "\"ADHD?\" is no SEN need that is known. The row is imported without it; set it on the record."]]],
  ["van der Berg, Zoë", "new", [["no_primary_need", "note", "sen_needs", "K (SEN support) needs a primary need and the list gives none. The row is imported; add the need on the record."]]],
  ["Fernández-López, Oluwaseun", "same", [["year_not_of_age", "note", "year", "the list says Year 2, and a child of this date of birth is in Year 3. The year of their age is taken unless you say that they are taught out of it.", "Keep this pupil in Year 2"]], [], 1],
  ["Singh, Ayaan", "new", [["year_unreadable", "note", "year", "\"Owls\" is no curriculum year. The year of the pupil's age is taken."]]],
  ["Green, Amelia", "new", [["flag_unclear", "ask", "pupil_premium", "the cell says neither yes nor no. It is taken as no unless you say so.", "Take it as yes"]]],
  ["Adebayo, Muhammad", "new", [["since_unreadable", "note", "sen_since", "\"Autumn\" cannot be the day provision began. The day chosen for this import is taken instead."]]],
  ["Thompson, Kofi", "new", [["extra_cells", "note", null, "it has more cells than there are headings, so a cell may hold a separator that is not in quotation marks. Look whether its columns are right."],
    ["roll_unreadable", "note", null, "the last day on roll is before the first. The row is imported without either."],
    ["history_unreadable", "note", null, "what held over time cannot be read, so only what holds today is imported."]]],
  ["Nguyễn, Mateusz", "changed", [], [{ field: "class", from: "3A", to: "4A" }, { field: "born", from: "", to: "2018-04-14" }, { field: "sen_status", from: "K", to: "E" }, { field: "sen_needs", from: "SLCN", to: "SLCN, ASD, SEMH" }], 31],
  ["Ó Súilleabháin, Oliver", "changed", [["newer_here", "ask", "sen_status", "the daybook has K from 2 November 2026 on, which is newer than the list. It stays unless you take E.", "Take E"]], [{ field: "pupil_premium", from: "No", to: "Yes" }], 33],
];

const HEADINGS: Partial<Record<Field, string>> = {
  surname: "Legal Surname", born: "Date of Birth", year: "Year", class: "Reg", sen_status: "SEN Status", sen_needs: "SEN Need Type", pupil_premium: "Pupil Premium", upn: "UPN", sen_since: "SEN Start",
};

/** Every row of the list: so many ordinary ones, with the odd ones among them. */
export function importRows(ordinary: number): PreviewRow[] {
  const every = Math.max(1, Math.floor(ordinary / ODD.length));
  const people = roll(ordinary);
  const rows: PreviewRow[] = [];
  people.forEach((pupil, at) => {
    rows.push(plain(rows.length + 2, `${pupil.surname}, ${pupil.forename}`));
    const odd = (at + 1) % every === 0 ? ODD[(at + 1) / every - 1] : undefined;
    if (odd) rows.push(oddRow(rows.length + 2, odd));
  });
  return rows;
}

function plain(row: number, name: string): PreviewRow {
  return { row, name, fate: "new", pupil: null, changes: [], problems: [], include_by_default: true };
}

function oddRow(row: number, [name, fate, said, changes = [], pupil]: Odd): PreviewRow {
  const problems = said.map(([code, severity, field, sentence, offered]): Problem => {
    const place = field && HEADINGS[field] ? `Row ${row}, column "${HEADINGS[field]}"` : `Row ${row}`;
    return { row, field, severity, code, sentence: `${place}: ${sentence}`, offered: offered ?? null };
  });
  return { row, name, fate, pupil: pupil ?? null, changes, problems, include_by_default: fate === "new" || fate === "changed" };
}
