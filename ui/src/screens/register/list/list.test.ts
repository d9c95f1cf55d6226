import { describe, expect, it } from "vitest";
import { RULES } from "$host/mock/register/rules";
import type { RegisterQuery, RegisterRow } from "$host";
import { movedColumn, ownFlags, shownColumns, turnedColumn, USUAL } from "./columns";
import { asTabbed } from "./copy";
import { choices, cleared, countLine, everybody, filterLabel, narrowed, scoped, sortedBy, sortOf, turned, turnedFlag } from "./query";

const register = everybody("register");
const row: RegisterRow = {
  id: 7,
  case_code: "C-0007",
  surname: "Fernández-López",
  forename: "Oluwaseun",
  born: "2018-10-29",
  year: "3",
  class: "3A",
  status: "K",
  since: "2026-03-03",
  needs: ["SLCN", "HI"],
  flags: { pupil_premium: true, looked_after: false, social_care: false, eal: true, young_carer: false },
  own_flags: [],
  more: { age: "8y 0m" },
};

describe("the count follows the filter", () => {
  it.each<[number, number, RegisterQuery, string]>([
    [49, 49, register, "49 on the register"],
    [38, 49, { ...register, search: "ols" }, "38 of 49 on the register"],
    [0, 2000, { ...everybody("roll"), classes: ["9Z"] }, "0 of 2,000 on roll"],
    [1, 1, everybody("left"), "1 has left"],
    [2, 14, turned(everybody("left"), "years", "6"), "2 of 14 have left"],
  ])("%i of %i", (shown, inScope, query, said) => expect(countLine(shown, inScope, query)).toBe(said));
});

describe("filters", () => {
  it("turn on and off, and are cleared without losing the order", () => {
    const sorted = sortedBy(register, { key: "since", direction: "descending" });
    const on = turned(turned(sorted, "needs", "SLCN"), "needs", "ASD");
    expect(on.needs).toEqual(["SLCN", "ASD"]);
    expect(turned(on, "needs", "SLCN").needs).toEqual(["ASD"]);
    expect(narrowed(on)).toBe(true);
    expect(sortOf(cleared(on))).toEqual({ key: "since", direction: "descending" });
    expect(narrowed(cleared(on))).toBe(false);
  });
  it("on provision do not follow into another scope, where nobody may have any", () => {
    expect(scoped(turned(register, "statuses", "K"), "roll")).toEqual(everybody("roll"));
  });
  it("on flags of the school's own turn on and off, and narrow", () => {
    const on = turnedFlag(register, 3);
    expect([on.own_flags, narrowed(on), turnedFlag(on, 3).own_flags]).toEqual([[3], true, []]);
  });
  it("stand in the order of the codes, and keep a chosen value that nobody has any more", () => {
    const facets = [{ value: "E", count: 9 }, { value: "W", count: 3 }];
    expect(choices(RULES, "statuses", facets, ["K"])).toEqual([{ value: "W", count: 3 }, { value: "K", count: 0 }, { value: "E", count: 9 }]);
  });
  it("say what is chosen as long as there is room", () => {
    expect(filterLabel("years", "Year", [])).toBe("Year");
    expect(filterLabel("years", "Year", ["4", "5"])).toBe("Year: 4, 5");
    expect(filterLabel("flags", "Flags", ["eal"])).toBe("Flags: EAL");
    expect(filterLabel("needs", "Need", ["SLCN", "SEMH", "ASD"])).toBe("Need: SLCN, SEMH, ASD");
    expect(filterLabel("needs", "Need", ["SLCN", "SEMH", "ASD", "HI"])).toBe("Need: 4 chosen");
  });
});

describe("columns", () => {
  it("are the usual ones until others are chosen, and are those again once they are the same", () => {
    expect(shownColumns([]).map((column) => column.key)).toEqual(USUAL);
    const more = turnedColumn([], "age");
    expect(more).toEqual([...USUAL, "age"]);
    expect(turnedColumn(more, "age")).toEqual([]);
    expect(turnedColumn(["name"], "name")).toEqual(["name"]);
    expect(turnedColumn(["age"], "name")).toEqual(["name", "age"]);
    expect(turnedColumn(["class", "name"], "year"), "an order of one's own stays").toEqual(["class", "name", "year"]);
    expect(movedColumn([], "class", 0).slice(0, 3)).toEqual(["class", "name", "year"]);
    expect(movedColumn(movedColumn([], "class", 0), "class", 2), "the usual order asks for nothing").toEqual([]);
    expect(movedColumn(["name", "age"], "age", 9)).toEqual(["name", "age"]);
    expect(movedColumn(["name", "age"], "class", 0), "one that is not shown").toEqual(["name", "age"]);
  });
});

describe("copied rows", () => {
  it("hold the columns that are shown, in their order", () => {
    expect(asTabbed([row], RULES, shownColumns(["age", "name"]))).toBe("Age\tSurname\tForename\n8y 0m\tFernández-López\tOluwaseun");
  });
  it("have headings and words for their codes", () => {
    expect(asTabbed([row], RULES, shownColumns([])).split("\n")[1]!.split("\t")).toEqual([
      "Fernández-López",
      "Oluwaseun",
      "Year 3",
      "3A",
      "K – SEN support",
      "03/03/2026",
      "SLCN, HI",
      "Pupil premium, English as an additional language",
      "C-0007",
    ]);
  });
  it("say flags of the school's own by their names", () => {
    const own = new Map([[3, "Forces family"]]);
    expect(asTabbed([{ ...row, own_flags: [3] }], RULES, shownColumns(["own_flags"]), own)).toBe("Own flags\nForces family");
    const kinds = ownFlags([], [{ key: "support", label: "SEN support plan", review_weeks: 12, most_weeks: null, source: "", own: null, offered: true }]);
    expect(asTabbed([{ ...row, more: { plans: "own-9,support" } }], RULES, shownColumns(["plans"]), kinds)).toBe("Plans\nown-9, SEN support plan");
  });
  it("never become a formula or break the row", () => {
    const odd = asTabbed([{ ...row, surname: "=HYPERLINK(1)", class: "3\tA\n" }], RULES, shownColumns([])).split("\n");
    expect(odd).toHaveLength(2);
    expect(odd[1]!.split("\t").slice(0, 4)).toEqual(["'=HYPERLINK(1)", "Oluwaseun", "Year 3", "3 A "]);
  });
});
