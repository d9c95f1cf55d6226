// The import of a list. The file is always the same; once imported, it has nothing new to say. `?slow` makes the look at it take long,
// `?changed` has the file change under the importer, `?broken` makes it no list at all.
import type { Answers } from "../mock";
import type { Choices, Column, Counts, ImportDone, ImportView, Mapping, Preview, PreviewRow, ProblemCode, Severity } from "../types";
import { importRows } from "./imports/rows";

const COLUMNS: Column[] = [
  { heading: "Adno", field: "admission", samples: ["004000", "004001", "004002"] },
  { heading: "UPN", field: "upn", samples: ["P881204122000", "A881204124001", "L881204126002"] },
  { heading: "Legal Surname", field: "surname", samples: ["Okafor", "van der Berg", "Fernández-López"] },
  { heading: "Legal Forename", field: "forename", samples: ["Nia", "Siân", "Oluwaseun Maximiliano"] },
  { heading: "Preferred Forename", field: "preferred", samples: ["Nia", "Siân", "Oluwaseun"] },
  { heading: "Date of Birth", field: "born", samples: ["13/07/2022", "23/03/2017", "16/11/2017"] },
  { heading: "Year", field: "year", samples: ["Reception", "Year 5", "Year 4"] },
  { heading: "Reg", field: "class", samples: ["RB", "5B", "4A"] },
  { heading: "SEN Status", field: "sen_status", samples: ["N", "K", "E"] },
  { heading: "SEN Need Type", field: "sen_needs", samples: ["SLCN, SPLD", "SLCN", "ASD"] },
  { heading: "Pupil Premium", field: "pupil_premium", samples: ["Yes", "T"] },
  { heading: "EAL", field: "eal", samples: ["F", "T"] },
  { heading: "In Care", field: "looked_after", samples: ["N", "Y"] },
  { heading: "House", field: "ignore", samples: ["Kestrel", "Heron", "A very long house name that nobody has shortened"] },
];
const ORDINARY = 400;
const GRAVITY: Severity[] = ["stop", "ask", "note"];

export function answers(): Answers {
  const wish = new URLSearchParams(typeof location === "undefined" ? "" : location.search);
  let imported = false;
  return {
    import_preview: async ({ mapping, choices }): Promise<ImportView> => {
      if (wish.has("slow")) await new Promise((done) => setTimeout(done, 5_000));
      if (wish.has("broken")) throw { code: "import.no_list", message: "That file holds no list that can be read. Nothing was imported; save it as .csv or .xlsx and choose it again.", field: "path" };
      const rows = imported ? importRows(ORDINARY).map(same) : importRows(Number(wish.get("rows") ?? ORDINARY));
      return { preview: preview(rows, mapping), would: done(rows, choices), fingerprint: "8f14e45f", file: "primary-roll-autumn.csv" };
    },
    import_commit: ({ choices, leaving }) => {
      if (wish.has("changed"))
        throw { code: "import.file_changed", message: "The file has changed since you looked at it. Nothing was imported; look at it again first.", field: null };
      imported = true;
      return { value: { ...done(importRows(ORDINARY), choices), left: leaving?.pupils.length ?? 0 }, changed: ["pupil"], undo: "List of pupils imported" };
    },
  };
}

function done(rows: PreviewRow[], { left_out, accepted }: Choices): ImportDone {
  const taken = (row: PreviewRow, code: ProblemCode) => accepted.some((one) => one.row === row.row && one.code === code);
  const sum: ImportDone = { added: 0, updated: 0, same: 0, left_out: 0, left: 0 };
  for (const row of rows) {
    if (left_out.includes(row.row)) sum.left_out += 1;
    else if (row.fate === "new" || taken(row, "maybe_new_pupil") || taken(row, "shared_identity")) sum.added += 1;
    else if (row.fate === "changed" || taken(row, "maybe_same_pupil") || taken(row, "year_not_of_age")) sum.updated += 1;
    else if (row.fate === "same") sum.same += 1;
    else sum.left_out += 1;
  }
  return sum;
}

function preview(rows: PreviewRow[], mapping: Mapping | null): Preview {
  const columns = COLUMNS.map((column, at) => ({ ...column, field: mapping?.columns[at]?.field ?? column.field }));
  const named = columns.some(({ field }) => field === "surname" || field === "forename" || field === "full_name");
  return {
    // The wire says "csv"; the generated types hold another type of the same name.
    source: "csv",
    encoding: "Windows-1252",
    separator: ",",
    columns,
    counts: counts(rows),
    rows,
    missing: [
      { id: 91, name: "Ørsted, Mei" },
      { id: 92, name: "Fernández-López, Maximiliano" },
      { id: 93, name: "Cook, Freya" },
    ],
    notices: [
      ...(named ? [] : ["No column is taken for the pupils' names, so nothing can be imported yet. Say which one holds them."]),
      "Some dates of birth have the month first, as in the United States. Look at the others of the list too: 03/04/2017 was read as 3 April.",
    ],
  };
}

function counts(rows: PreviewRow[]): Counts {
  const of = (fate: PreviewRow["fate"]) => rows.filter((row) => row.fate === fate).length;
  const kinds: Partial<Record<ProblemCode, { severity: Severity; count: number }>> = {};
  for (const { code, severity } of rows.flatMap((row) => row.problems)) kinds[code] = { severity, count: (kinds[code]?.count ?? 0) + 1 };
  const problems = (Object.entries(kinds) as [ProblemCode, { severity: Severity; count: number }][]).map(([code, kind]) => ({ code, ...kind }));
  problems.sort((a, b) => GRAVITY.indexOf(a.severity) - GRAVITY.indexOf(b.severity));
  return { rows: rows.length, new: of("new"), changed: of("changed"), same: of("same"), repeated: of("repeated"), unsure: of("unsure"), stopped: of("stopped"), problems };
}

function same(row: PreviewRow): PreviewRow {
  return { ...row, fate: "same", pupil: row.row, changes: [], problems: [], include_by_default: false };
}
