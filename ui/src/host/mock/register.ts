// The register and its records, kept while the page is open. `?roll=2000` in the address makes a big school, `?roll=0` an empty one.
import type { Answers } from "../mock";
import type { Changed, Fault, Need, PupilView, PupilDetails } from "../types";
import { bulk } from "./register/bulk";
import { list } from "./register/list";
import { blank, roll } from "./register/people";
import { RULES } from "./register/rules";
import { wholeList } from "./register/whole";

const TODAY = "2026-11-04";
const SIZE = 412;

export function answers(): Answers {
  const wished = typeof location === "undefined" ? null : new URLSearchParams(location.search).get("roll");
  const pupils = roll(wished === null ? SIZE : Number(wished));
  let next = pupils.length + 1;
  const find = (id: number): PupilView => {
    const pupil = pupils.find((one) => one.id === id);
    if (!pupil) throw fault("pupil.gone", "That pupil is no longer in the daybook. Nothing was changed.");
    return pupil;
  };
  const kept = <T>(value: T, undo: string): Changed<T> => ({ value, changed: ["pupil"], undo });
  return {
    register: ({ query }) => list(pupils, query, TODAY),
    pupil_find: ({ search, limit }) =>
      list(pupils, { scope: "roll", search, statuses: [], needs: [], years: [], classes: [], plans: [], flags: [], own_flags: [], sort: "name", descending: false, group: "none", columns: [] }, TODAY).rows.slice(0, limit),
    pupil: ({ pupil }) => ({ ...structuredClone(find(pupil)), notices: notices(find(pupil)) }),
    pupil_add: ({ details }) => {
      check(details);
      pupils.push({ ...blank(next), ...structuredClone(details) });
      return kept(next++, "Pupil added");
    },
    upn_check: ({ upn }) => (upn === "" || /^[A-Z]\d{12}$|^[A-Z]\d{11}[A-Z]$/.test(upn) ? null : "This is not a UPN: it has a letter and 12 digits."),
    pupil_save: ({ pupil, details }) => {
      check(details);
      Object.assign(find(pupil), structuredClone(details));
      return kept(null, `Record of ${find(pupil).case_code} changed`);
    },
    status_set: ({ pupil, code, from, reason }) => {
      const one = find(pupil);
      const open = one.statuses.find((status) => status.to === null);
      if (open?.code === code) throw fault("status.same", "That provision is already in force on that day. Nothing was changed.", "code");
      if (open && from <= open.from) throw fault("status.backwards", "It cannot end before it began. Nothing was changed.", "on");
      if (open) open.to = from;
      if (code !== "") one.statuses.unshift({ id: next * 100 + one.statuses.length, code, from, to: null, reason });
      return kept(null, `SEN provision of ${one.case_code} changed`);
    },
    needs_set: ({ pupil, codes, from }) => {
      const one = find(pupil);
      const open = one.needs.filter((need) => need.to === null);
      if (open.some((need) => need.from > from)) throw fault("need.later", "A need in force began after that day. Nothing was changed; choose a later date.", "from");
      const ranked = codes.map((code, at) => open.find((need) => need.code === code && need.rank === at + 1) ?? began(code, at, from, one.needs.length));
      const past = one.needs.filter((need) => !ranked.includes(need)).map((need) => ({ ...need, to: need.to ?? from }));
      one.needs = [...ranked, ...past.filter((need) => need.from !== need.to)];
      return kept(null, `Needs of ${one.case_code} changed`);
    },
    status_save: ({ pupil, status, code, from, reason }) => {
      const one = find(pupil);
      const wrong = one.statuses.find(({ id }) => id === status)!;
      const followed = one.statuses.find(({ to }) => to === wrong.from);
      if (wrong.to !== null && wrong.to <= from) throw fault("status.backwards", "It ended on that day or before. Nothing was changed; choose an earlier day.", "from");
      if (followed && from <= followed.from) throw fault("status.overlap", "The provision before it covers that day. Nothing was changed; choose a later day, or correct that one.", "from");
      if (followed) followed.to = from;
      Object.assign(wrong, { code, from, reason });
      return kept(null, `SEN provision of ${one.case_code} corrected`);
    },
    need_save: ({ pupil, need, from }) => {
      const one = find(pupil);
      one.needs.find(({ id }) => id === need)!.from = from;
      return kept(null, `First day of a need of ${one.case_code} corrected`);
    },
    status_remove: ({ pupil, status }) => {
      const one = find(pupil);
      one.statuses = one.statuses.filter((spell) => spell.id !== status);
      return kept(null, `SEN provision removed from the record of ${one.case_code}`);
    },
    ...bulk(find, TODAY),
    ...wholeList(pupils, TODAY),
    need_remove: ({ pupil, need }) => {
      const one = find(pupil);
      one.needs = one.needs.filter((kept) => kept.id !== need);
      return kept(null, `Need removed from the record of ${one.case_code}`);
    },
  };
}

function notices({ statuses, needs }: PupilView): string[] {
  const status = RULES.statuses.find(({ code }) => statuses.some((spell) => spell.to === null && spell.code === code));
  const wanting = status?.needs_primary && !needs.some((need) => need.to === null);
  return wanting ? [`${status.label} (${status.code}) needs a primary need, and none is set.`] : [];
}

function began(code: string, at: number, from: string, salt: number): Need {
  return { id: 100_000 + salt * 50 + at, code, rank: at + 1, from, to: null };
}

function check(details: PupilDetails): void {
  if (!details.surname.trim() && !details.forename.trim()) throw fault("pupil.no_name", "A pupil needs a name. Nothing was changed.", "surname");
  if (details.born && details.born > TODAY) throw fault("pupil.born", "That date of birth cannot be right for a pupil. Nothing was changed.", "born");
  if (details.on_roll_from && details.on_roll_to && details.on_roll_to < details.on_roll_from)
    throw fault("pupil.roll", "The last day on roll is before the first. Nothing was changed.", "on_roll_to");
}

function fault(code: string, message: string, field: string | null = null): Fault {
  return { code, message, field };
}
