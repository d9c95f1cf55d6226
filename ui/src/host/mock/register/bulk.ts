// One change to many, as the core answers it.
import type { Answers } from "../../mock";
import type { BulkChange, BulkLine, Fault, PupilView } from "../../types";

/** What one change does to many pupils; those with a place on the register for something that ends it are refused a need that goes with K alone. */
export function bulk(find: (id: number) => PupilView, today: string): Answers {
  const lines = (pupils: number[], change: BulkChange): BulkLine[] => pupils.map((id) => line(find(id), change, today));
  return {
    pupils_set_preview: ({ pupils, change }) => {
      const told = lines(pupils, change);
      const refused = told.filter((one) => one.refused !== null).length;
      const same = told.filter((one) => one.same).length;
      return { lines: told, changes: told.length - refused - same, same, refused };
    },
    pupils_set: ({ pupils, change }) => {
      const told = lines(pupils, change);
      const wrong = told.find((one) => one.refused !== null);
      if (wrong) throw { code: "need.not_beside", message: `${wrong.case_code}: ${wrong.refused}`, field: "pupils" } satisfies Fault;
      for (const id of pupils) apply(find(id), change);
      const whom = pupils.length === 1 ? find(pupils[0]!).case_code : `${pupils.length} pupils`;
      return { value: told.filter((one) => !one.same).length, changed: ["pupil"], undo: `${change.what} of ${whom} changed` };
    },
  };
}

function line(pupil: PupilView, change: BulkChange, today: string): BulkLine {
  const status = pupil.statuses.find((spell) => spell.to === null)?.code ?? "";
  const { id, case_code, surname } = pupil;
  const forename = pupil.preferred || pupil.forename;
  const words = (was: string, becomes: string, refused: string | null = null): BulkLine => ({ pupil: id, case_code, surname, forename, was, becomes, same: was === becomes, refused });
  const needs = pupil.needs.filter((need) => need.to === null || need.to > today).map((need) => need.code).join(", ");
  switch (change.what) {
    case "status":
      return words(status || "no SEN provision", change.code || "no SEN provision");
    case "add_need":
      return words(needs || "no needs", `${needs}, ${change.code}`, change.code === "NSA" && status !== "K" ? "NSA goes only with SEN provision K, which is not in force on that day." : null);
    case "class":
      return words(pupil.class || "no class", change.class || "no class");
    case "flag":
      return words("no", change.on ? "yes" : "no");
    case "own_flag":
      return words(pupil.own_flags.includes(change.flag) ? "yes" : "no", change.on ? "yes" : "no");
    case "year":
      return words(pupil.year_override ?? "by age", change.year ?? "by age");
    case "leave":
      return words("on roll", `last day ${change.on}`);
  }
}

function apply(pupil: PupilView, change: BulkChange): void {
  if (change.what === "class") pupil.class = change.class;
  if (change.what === "year") pupil.year_override = change.year;
  if (change.what === "leave") pupil.on_roll_to = change.on;
  if (change.what === "status" && change.code) pupil.statuses.unshift({ id: pupil.id * 100, code: change.code, from: change.from, to: null, reason: change.reason });
}
