import { RULES } from "$host/mock/register/rules";
import { blank } from "$host/mock/register/people";
import type { PupilView } from "$host";
import { describe, expect, it } from "vitest";
import { spellWords, spokenName, yearAndClass } from "../words";
import { blankDetails, changedFields, detailsOf, rebased } from "./details";
import { moved, needChoices, openNeeds, pastNeeds, rankWords, statusChoices, statusOn } from "./spells";

const today = "2026-11-04";
const pupil: PupilView = {
  ...blank(1),
  statuses: [
    { id: 2, code: "K", from: "2026-03-03", to: null, reason: "" },
    { id: 1, code: "W", from: "2025-11-04", to: "2026-03-03", reason: "" },
  ],
  needs: [
    { id: 3, code: "HI", rank: 2, from: "2026-03-03", to: null },
    { id: 2, code: "SLCN", rank: 1, from: "2026-03-03", to: null },
    { id: 1, code: "MLD", rank: 1, from: "2025-01-01", to: "2026-03-03" },
  ],
};

describe("the details form", () => {
  it("tells what was changed in it, flags among them", () => {
    const typed = detailsOf(pupil);
    typed.flags.eal = true;
    typed.born = "2018-10-29";
    expect(changedFields(typed, detailsOf(pupil))).toEqual(["born", "flags"]);
    expect(changedFields(detailsOf(pupil), detailsOf(pupil))).toEqual([]);
    expect(pupil.flags.eal).toBe(false);
  });
  it("keeps what was typed when the record underneath changes, and follows it otherwise", () => {
    const before = blankDetails();
    const draft = { ...before, surname: "Okafor" };
    const after = { ...before, surname: "Brown", class: "3A" };
    expect(rebased(draft, before, after)).toMatchObject({ surname: "Okafor", class: "3A" });
  });
});

describe("provision over time", () => {
  it("holds from its first day until the day it ended", () => {
    expect(statusOn(pupil.statuses, "2026-03-02")?.code).toBe("W");
    expect(statusOn(pupil.statuses, "2026-03-03")?.code).toBe("K");
    expect(statusOn(pupil.statuses, "2025-11-03")).toBeUndefined();
  });
  it("offers what is not in force and was in use on the day", () => {
    expect(statusChoices(RULES, "K", today).map((status) => status.code)).toEqual(["W", "E"]);
    expect(statusChoices(RULES, undefined, "2014-08-31").map((status) => status.code)).toEqual(["W"]);
  });
  it("says the last day it held", () => {
    expect(spellWords(pupil.statuses[1]!, today)).toBe("4 Nov 2025 to 2 Mar 2026");
    expect(spellWords(pupil.statuses[0]!, today)).toBe("since 3 Mar 2026");
    expect(spellWords({ from: "2026-12-01", to: null }, today)).toBe("from 1 Dec 2026");
    expect(spellWords({ from: "2026-03-03", to: "2026-03-03" }, today)).toBe("3 Mar 2026, ended the same day");
  });
});

describe("needs over time", () => {
  it("are those open by rank, and those past by when they ended", () => {
    expect(openNeeds(pupil.needs).map((need) => need.code)).toEqual(["SLCN", "HI"]);
    expect(pastNeeds(pupil.needs).map((need) => need.code)).toEqual(["MLD"]);
  });
  it("offer no specialist assessment beside SEN support alone, and Down syndrome from 2025", () => {
    const codes = (status: string, day: string) => needChoices(RULES, ["SLCN"], status, day).map((need) => need.code);
    expect(codes("K", today)).toContain("NSA");
    expect(codes("E", today)).not.toContain("NSA");
    expect(codes("K", today)).not.toContain("SLCN");
    expect(codes("K", "2024-12-31")).not.toContain("DS");
    expect(codes("K", "2025-01-01")).toContain("DS");
  });
  it("move up and down, and stay at the ends", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
    expect([1, 2, 3, 4].map(rankWords)).toEqual(["primary", "secondary", "3rd", "4th"]);
  });
});

describe("names and places", () => {
  it("are said as they are called", () => {
    expect(spokenName({ surname: "Fernández-López", forename: "Oluwaseun Maximiliano", preferred: "Oluwaseun" })).toBe("Oluwaseun Fernández-López");
    expect(spokenName({ surname: "Begum", forename: "" })).toBe("Begum");
    expect(yearAndClass(RULES, { year: "R", class: "RB" })).toBe("Reception, class RB");
    expect(yearAndClass(RULES, { year: "", class: "Owls" })).toBe("Class Owls");
    expect(yearAndClass(RULES, { year: "", class: "" })).toBe("");
  });
});
