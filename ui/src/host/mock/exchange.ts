// The register out as files, the census, how long records are kept, and erasing.
import type { Answers } from "../mock";
import type { CopyRow, RegisterRow } from "../types";

const row = (id: number, surname: string, forename: string, born: string | null): RegisterRow => ({
  id,
  case_code: `C-${String(id).padStart(4, "0")}`,
  surname,
  forename,
  born,
  year: "",
  class: "",
  status: "K",
  since: null,
  needs: [],
  flags: { pupil_premium: false, looked_after: false, social_care: false, eal: false, young_carer: false },
  own_flags: [],
  more: {},
});

export function answers(): Answers {
  let years: number | null = null;
  let plain: number | null = null;
  const copies: CopyRow[] = ["2026-11-03", "2026-10-23"].map((day) => ({
    path: `/home/senco/Documents/Oakfield Primary.daybook/backups/${day} 16-05-33 on-lock.daybook-backup`,
    file: `${day} 16-05-33 on-lock.daybook-backup`,
    made_at: `${day}T16:05:33`,
    second: false,
  }));
  let leftOver: CopyRow[] = [];
  return {
    register_export: ({ path }) => ({ path, bytes: 48_120 }),
    child_file: ({ folder }) => ({ value: { folder: `${folder}/SENCO Daybook C-0001 2026-11-04 09-40-00`, files: 4, marked: 3 }, changed: ["pack"], undo: null }),
    census_check: () => ({
      label: "Spring school census",
      on: "2027-01-21",
      asks_needs: true,
      source: "census guide",
      on_roll: 412,
      counts: [
        { code: "N", count: 362 },
        { code: "K", count: 41 },
        { code: "E", count: 9 },
      ],
      rows: [
        {
          pupil: row(1, "Fernández-López", "Oluwaseun", "2018-11-16"),
          findings: [
            { part: "upn", sentence: "There is no UPN. Ask the office for it, or for a temporary one.", source: "census guide" },
            { part: "needs", sentence: "SEN support (K) needs a primary need, and none is set for that day.", source: "CBDS codeset SEN provision; Code 6.44" },
          ],
        },
      ],
    }),
    retention: () => ({
      sen: { years: years ?? 31, own: years !== null, ruled: 31, source: "IRMS, pupil file with special educational needs" },
      plain: { years: plain ?? 25, own: plain !== null, ruled: 25, source: "IRMS, pupil file" },
      due: years !== null && years < 31 ? [{ pupil: row(901, "Osborne", "Grace", "1998-03-01"), due_on: "2023-03-01", left_on: "2014-07-18", sen: true }] : [],
      coming: [],
      later: 3,
      undated: [row(902, "Ørsted", "Mei", null)],
      overstayed: 0,
    }),
    retention_save: (asked) => {
      if (asked.years !== null && (asked.years < 18 || asked.years > 100))
        throw { code: "retention.years", message: "Records are kept until a child is between 18 and 100 years old. Nothing was changed; type another number.", field: "years" };
      if (asked.plain) plain = asked.years;
      else years = asked.years;
      return { value: null, changed: ["setting"], undo: "Years that records are kept changed" };
    },
    child_erase_look: ({ pupil }) => ({
      case_code: `C-${String(pupil).padStart(4, "0")}`,
      parts: [
        { what: "record", count: 1 },
        { what: "spells of SEN provision", count: 2 },
        { what: "needs", count: 3 },
      ],
      entries: 4,
      texts: [{ what: "What happened", before: "Rang home about Zoë Nguyễn", after: `Rang home about C-${String(pupil).padStart(4, "0")}` }],
      copies,
      second_unseen: false,
      notices: ["Nothing brings the child back afterwards, Undo neither. What was done before it can be undone no longer."],
    }),
    erased_copies: () => ({ copies: leftOver, deleted: 0, second_unseen: false }),
    erased_copies_delete: () => {
      const deleted = leftOver.length;
      leftOver = [];
      return { value: { copies: [], deleted, second_unseen: false }, changed: ["setting"], undo: null };
    },
    child_erase: ({ pupil, confirm, delete_copies }) => {
      if (confirm.trim().toUpperCase() !== `C-${String(pupil).padStart(4, "0")}`)
        throw { code: "erase.confirm", message: "That is not the case code of this child. Nothing was erased; type the code as it stands above.", field: "confirm" };
      const left = delete_copies ? [] : copies;
      leftOver = left;
      return { value: { rows: 6, changes: 11, files: 0, entries: 4, texts: 2, deleted: copies.length - left.length, copies: left, second_unseen: false, trouble: null }, changed: ["pupil"], undo: null };
    },
  };
}
