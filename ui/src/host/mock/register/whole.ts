// The list as a whole: saved views, what changed, year's end and paper, as the core answers them.
import type { Answers } from "../../mock";
import type { ChangesView, ClassProposal, Moved, PupilView, SavedView, YearEnd, YearEndView } from "../../types";
import { yearOf } from "./people";

/** Answers about this roll. */
export function wholeList(pupils: PupilView[], today: string): Answers {
  let views: SavedView[] = [];
  let last: number | null = null;
  let next = 1;
  let done: string | null = null;
  return {
    views: () => ({ views: structuredClone(views), last }),
    view_save: ({ name, query }) => {
      if (!name.trim()) throw { code: "view.no_name", message: "A view needs a name to be found by. Nothing was changed.", field: "name" };
      const known = views.find((view) => view.name.toLowerCase() === name.trim().toLowerCase());
      const view = { id: known?.id ?? next++, name: name.trim(), query: structuredClone(query) };
      views = [...views.filter((one) => one !== known), view].sort((one, other) => (one.name < other.name ? -1 : 1));
      last = view.id;
      return { value: view.id, changed: ["view", "setting"], undo: "View of the list kept" };
    },
    view_remove: ({ view }) => {
      views = views.filter((one) => one.id !== view);
      return { value: null, changed: ["view"], undo: "View of the list removed" };
    },
    view_choose: ({ view }) => {
      last = view;
      return { value: null, changed: ["setting"], undo: null };
    },
    register_changes: ({ since }) => changes(pupils, since, today),
    year_end_preview: ({ plan, work_out }) => {
      const view = yearEnd(pupils, plan && { ...plan, ...(work_out.includes("last_day") && { last_day: `${plan.from.slice(0, 4)}-07-21` }), ...(work_out.includes("top") && { top: "6" }) }, done);
      if (view.plan.last_day >= view.plan.from) throw { code: "year_end.last_day", message: "Their last day on roll lies in the year before it.", field: "last_day" };
      return view;
    },
    year_end: ({ plan }) => {
      const view = yearEnd(pupils, plan, done);
      done = plan.from;
      return { value: { moved: view.moving, left: view.leaving, stayed: view.staying }, changed: ["pupil", "setting"], undo: "Everybody moved up into the year from 1 September 2027" };
    },
    paper_preview: ({ names }) => ({ title: "Register list", file: `Register list ${today}.pdf`, pages: [PAGE], found: [], keep: [], hide: [], notes: names ? ["This list holds names. It is confidential: print it only for whom it is meant."] : [], entries: [], hash: "ab".repeat(32) }),
    paper_save: ({ path }) => ({ value: { path, bytes: 20_000, hash: "ab".repeat(32) }, changed: ["pack"], undo: null }),
    paper_printed: () => ({ value: null, changed: ["pack"], undo: null }),
  };
}

const PAGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><text x="20" y="20">C-0001</text></svg>';

function changes(pupils: PupilView[], since: string, until: string): ChangesView {
  const children = pupils
    .filter((pupil) => pupil.statuses.some((spell) => spell.from >= since))
    .map((pupil) => ({
      pupil: pupil.id,
      case_code: pupil.case_code,
      surname: pupil.surname,
      forename: pupil.preferred || pupil.forename,
      year: yearOf(pupil),
      class: pupil.class,
      status: pupil.statuses[0]?.code ?? "",
      lines: pupil.statuses
        .filter((spell) => spell.from >= since)
        .map((spell) => ({ on: spell.from as string | null, sentence: `SEN provision began: ${spell.code}${spell.reason ? `, because “${spell.reason}”` : ""}.` })),
    }));
  return { since, until, children, unchanged: pupils.filter((pupil) => pupil.statuses.length > 0).length - children.length };
}

function yearEnd(pupils: PupilView[], asked: YearEnd | null, done: string | null): YearEndView {
  const plan: YearEnd = asked ?? { from: "2026-09-01", last_day: "2026-07-21", top: "6", classes: [], exceptions: [] };
  const children = pupils.filter((pupil) => pupil.on_roll_to === null).map((pupil) => moved(pupil, plan));
  const classes: ClassProposal[] = [];
  for (const child of children.filter((one) => one.becomes === "moves_up" && one.class)) {
    const known = classes.find((one) => one.class === child.class && one.year === child.year);
    if (known) known.pupils += 1;
    else classes.push({ class: child.class, year: child.year, to: child.next_class, pupils: 1, told: child.next_class !== child.class });
  }
  const many = (becomes: Moved["becomes"]) => children.filter((one) => one.becomes === becomes).length;
  return { plan, children, classes, moving: many("moves_up"), leaving: many("leaves"), staying: many("stays"), notices: done === plan.from ? ["Everybody was moved up into that year already."] : [], done: done === plan.from };
}

function moved(pupil: PupilView, plan: YearEnd): Moved {
  const year = yearOf(pupil);
  const own = plan.exceptions.find((one) => one.pupil === pupil.id);
  const becomes = own?.becomes ?? (year === plan.top ? "leaves" : "moves_up");
  const up = year === "R" ? "1" : String(Number(year) + 1);
  const said = plan.classes.find((one) => one.class === pupil.class && one.year === year)?.to;
  const next = { leaves: "", stays: pupil.class, moves_up: said ?? pupil.class.replace(year, up) }[becomes];
  return {
    pupil: pupil.id,
    case_code: pupil.case_code,
    surname: pupil.surname,
    forename: pupil.preferred || pupil.forename,
    year,
    next_year: { leaves: "", stays: year, moves_up: up }[becomes],
    class: pupil.class,
    next_class: own?.class ?? next,
    becomes,
    exception: own !== undefined,
  };
}
