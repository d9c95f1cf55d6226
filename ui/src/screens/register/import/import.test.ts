import { importRows } from "$host/mock/imports/rows";
import type { Fate, ImportDone, Preview, PreviewRow, Problem, ProblemCode } from "$host";
import { describe, expect, it } from "vitest";
import { answered, choicesFrom, fateOf, isSettled, nothingToDo, offersOf, shownRows, stillOdd, summary, wantsLook } from "./choose";
import { changeLine, doneWords, FATES, FIELDS, importLabel, KINDS } from "./words";

const problem = (row: number, code: ProblemCode, offered: string | null = "Take it"): Problem => ({ row, field: null, severity: "ask", code, sentence: "", offered });
const row = (number: number, fate: Fate, problems: Problem[] = [], pupil: number | null = null): PreviewRow => ({
  row: number,
  name: "Begum, Beatrix",
  fate,
  pupil,
  changes: [],
  problems,
  include_by_default: fate === "new",
});
const rows = [row(2, "new"), row(3, "changed", [], 7), row(4, "same", [problem(4, "flag_unclear")], 8), row(5, "unsure", [problem(5, "maybe_same_pupil"), problem(5, "maybe_new_pupil")])];
const accept = (...problems: Problem[]) => answered(new Map(), problems, true);
const nobody: ImportDone = { added: 0, updated: 0, same: 0, left_out: 0, left: 0 };
const previewOf = (rows: PreviewRow[]): Preview => {
  const of = (fate: Fate) => rows.filter((one) => one.fate === fate).length;
  const counts = { rows: rows.length, new: of("new"), changed: of("changed"), same: of("same"), repeated: of("repeated"), unsure: of("unsure"), stopped: of("stopped"), problems: [] };
  return { counts, rows } as unknown as Preview;
};

describe("what would become of a row", () => {
  it("is its fate until an offer is accepted", () => {
    expect(rows.map((one) => fateOf(one, new Map()))).toEqual(["new", "changed", "same", "unsure"]);
  });
  it.each<[PreviewRow, ProblemCode, Fate]>([
    [rows[2]!, "flag_unclear", "changed"],
    [rows[3]!, "maybe_same_pupil", "changed"],
    [rows[3]!, "maybe_new_pupil", "new"],
    [row(9, "repeated", [problem(9, "shared_identity")]), "shared_identity", "new"],
    [row(9, "repeated", [problem(9, "conflicting_repeat")], 7), "conflicting_repeat", "changed"],
    [row(9, "new", [problem(9, "old_status")]), "old_status", "new"],
    [row(9, "stopped", [problem(9, "no_name", null)]), "no_name", "stopped"],
  ])("follows what was accepted %#", (one, code, fate) => expect(fateOf(one, accept(problem(one.row, code)))).toBe(fate));
});

describe("offers", () => {
  it("that answer one question take each other back", () => {
    const first = answered(new Map(), [problem(5, "maybe_same_pupil")], true);
    const second = answered(first, [problem(5, "maybe_new_pupil")], true);
    expect([...second.keys()]).toEqual(["5 maybe_new_pupil"]);
    expect(answered(second, [problem(5, "maybe_new_pupil")], false).size).toBe(0);
  });
  it("are never accepted where nothing is offered", () => {
    expect(answered(new Map(), [problem(6, "unknown_need", null)], true).size).toBe(0);
  });
  it("of one kind are found in all rows", () => {
    expect(offersOf(importRows(400), "born_month_first")).toHaveLength(2);
  });
  it("go to the core by row and kind", () => {
    const chosen = { accepted: accept(problem(4, "flag_unclear")), leftOut: new Set([12, 3]), refused: new Map([["5 class", { row: 5, field: "class" as const }]]) };
    expect(choicesFrom(chosen, "2026-11-04")).toEqual({ left_out: [3, 12], accepted: [{ row: 4, code: "flag_unclear" }], refused: [{ row: 5, field: "class" }], as_at: "2026-11-04" });
  });
});

describe("what is still odd once the list is in", () => {
  const list = [row(2, "new", [problem(2, "lost_letter", null)]), row(3, "new", [problem(3, "old_status")]), row(4, "stopped", [problem(4, "no_name", null)]), row(5, "new")];
  const odd = (leftOut: number[], ...taken: Problem[]) => stillOdd(list, { leftOut: new Set(leftOut), accepted: accept(...taken) }).map((one) => one.row);
  it("is what came in and nobody answered", () => expect(odd([])).toEqual([2, 3]));
  it("is no row that was left out, and no offer that was taken", () => expect([odd([2]), odd([], list[1]!.problems[0]!)]).toEqual([[3], [2]]));
});

describe("a row to look at is settled", () => {
  const two = row(9, "unsure", [
    { ...problem(9, "maybe_same_pupil"), sentence: "Somebody has this name." },
    { ...problem(9, "maybe_new_pupil"), sentence: "Somebody has this name." },
    { ...problem(9, "old_status"), sentence: "A ended in 2014." },
  ]);
  const settled = (accepted: Problem[], leftOut: number[] = []) => isSettled(two, { accepted: accept(...accepted), leftOut: new Set(leftOut) });
  it("once each thing is answered, one of two answers being enough", () => {
    expect(settled([])).toBe(false);
    expect(settled([problem(9, "maybe_new_pupil")])).toBe(false);
    expect(settled([problem(9, "maybe_new_pupil"), problem(9, "old_status")])).toBe(true);
  });
  it("by leaving it out", () => expect(settled([], [9])).toBe(true));
  it("but not by a note, nor where nothing is offered", () => {
    expect(isSettled(row(9, "new", [{ ...problem(9, "no_born"), severity: "note" }]), { accepted: new Map(), leftOut: new Set() })).toBe(false);
    expect(isSettled(row(9, "new", [problem(9, "unknown_need", null)]), { accepted: new Map(), leftOut: new Set() })).toBe(false);
  });
  it("and is counted", () => expect(summary(previewOf([row(2, "new")]).counts, 3, 0, 2)).toBe("1 new and 0 changed. 3 to look at (2 settled)."));
});

describe("the comparison in words", () => {
  it.each([
    [[...rows, row(6, "repeated")], 2, 0, "1 new, 1 changed, 1 already as in the file, 1 repeat left out and 1 waiting for you. 2 to look at."],
    [[...rows, row(6, "stopped")], 0, 3, "1 new, 1 changed, 1 already as in the file, 1 waiting for you and 1 not importable. 3 with a note."],
    [[row(2, "new")], 0, 0, "1 new and 0 changed."],
  ] as [PreviewRow[], number, number, string][])("of %#", (list, look, noted, said) => expect(summary(previewOf(list).counts, look, noted)).toBe(said));

  it.each([
    [412, 0, "Import 412 pupils"],
    [1, 0, "Import 1 pupil"],
    [0, 7, "Update 7 pupils"],
    [2000, 7, "Add 2,000 pupils and update 7"],
  ])("on the button: %i and %i", (added, updated, said) => expect(importLabel({ ...nobody, added, updated })).toBe(said));

  it("says why there is nothing to import", () => {
    const all = Array.from({ length: 410 }, (_, at) => row(at + 2, "same", [], at));
    const said = (rows: PreviewRow[], leftOut: number[] = []) => nothingToDo({ preview: previewOf(rows), would: nobody }, new Set(leftOut));
    const unchanged = "Nothing to import, since nothing would change: all 410 children are here already as the file has them.";
    expect(said(all)).toBe(unchanged);
    expect(said([...all, row(412, "repeated"), row(413, "repeated")])).toBe(unchanged);
    expect(said([...all, row(412, "repeated"), row(413, "stopped"), row(414, "stopped")])).toBe(`${unchanged} 2 rows cannot be imported.`);
    expect(said([row(2, "same", [], 1)])).toBe("Nothing to import, since nothing would change: the child is here already as the file has them.");
    expect(said([row(2, "stopped")])).toBe("Nothing to import. 1 row cannot be imported.");
    expect(said([row(2, "new")], [2])).toBe("Nothing to import: every row with something new is left out.");
    expect(said([rows[3]!])).toBe("Nothing to import as it stands: 1 row waits for you to say what to do.");
    expect(said([])).toBe("Nothing to import: the file names no pupil.");
    expect(nothingToDo({ preview: previewOf(rows), would: { ...nobody, added: 1 } }, new Set())).toBeNull();
  });

  it("tells a change, a date in words, and what was nothing before", () => {
    expect(changeLine({ field: "born", from: "", to: "2018-10-29" })).toBe("Date of birth: nothing to 29 Oct 2018");
    expect(changeLine({ field: "class", from: "3A", to: "4A" })).toBe("Class or tutor group: 3A to 4A");
  });

  it("says what was done", () => {
    expect(doneWords({ added: 405, updated: 7, same: 2, left_out: 1, left: 0 })).toEqual(["405 pupils were added and 7 updated.", "2 rows said nothing new.", "1 row was left out."]);
    expect(doneWords({ added: 0, updated: 1, same: 0, left_out: 0, left: 0 })).toEqual(["1 pupil was updated."]);
    expect(doneWords({ added: 0, updated: 0, same: 0, left_out: 0, left: 2 })).toEqual(["2 pupils were marked as left."]);
    expect(importLabel({ added: 0, updated: 7, same: 0, left_out: 0, left: 0 }, 2)).toBe("Update 7 pupils, mark 2 as left");
    expect(importLabel({ added: 0, updated: 0, same: 0, left_out: 0, left: 0 }, 1)).toBe("Mark 1 as left");
  });
});

describe("rows are shown", () => {
  const list = importRows(400);
  it("by fate, by what wants looking at, and by kind of problem", () => {
    const shown = (view: Parameters<typeof shownRows>[1], kind: ProblemCode | "" = "") => shownRows(list, view, kind).length;
    expect(shown("all")).toBe(list.length);
    expect(shown("stopped")).toBe(2);
    expect(shown("look")).toBe(list.filter(wantsLook).length);
    expect(shown("look") + shown("noted")).toBe(list.filter((one) => one.problems.length > 0).length);
    expect(shown("all", "old_status")).toBe(2);
    expect(shown("stopped", "old_status")).toBe(0);
  });
  it("with words for everything the core can say of them", () => {
    const codes = list.flatMap((one) => one.problems.map(({ code }) => code));
    expect(new Set(codes)).toEqual(new Set(Object.keys(KINDS)));
    expect([...Object.values(KINDS), ...Object.values(FIELDS), ...Object.values(FATES)].every(Boolean)).toBe(true);
  });
});
