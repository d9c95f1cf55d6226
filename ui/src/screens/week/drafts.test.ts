import type { Block, BlockState } from "$host";
import { expect, test } from "vitest";
import { blankEntry, changedFrom, displaceable, fieldsShown, onDay, runningThen, settled } from "./drafts";

const planned = (id: number, state: BlockState["is"] = "open"): Block => ({
  id,
  date: "2026-11-03",
  start: 540,
  minutes: 90,
  title: "Annual review",
  activity: 1,
  place: "school",
  pupils: [7],
  state: state === "not_done" ? { is: state, why: "", still_needed: true } : { is: state },
});
const follows = { ...changedFrom(planned(4)), kind: "as_planned" as const };

test("what changed begins with the plan's own words", () => {
  expect(changedFrom(planned(4))).toMatchObject({ kind: "changed", block: 4, start: 540, minutes: 90, text: "Annual review", activity: 1, pupils: [7] });
});

test("an entry at the plan's own time stays as planned; at another it has changed", () => {
  expect(settled(follows, [planned(4)]).kind).toBe("as_planned");
  expect(settled({ ...follows, minutes: 80 }, [planned(4)]).kind).toBe("changed");
  expect(settled({ ...follows, start: null }, [planned(4)]).kind).toBe("changed");
});

test("without a kind of work it waits to be classified, with one it does not", () => {
  const draft = { ...blankEntry("2026-11-03", 600, 15), provisional: true };
  expect(settled(draft, []).provisional).toBe(true);
  expect(settled({ ...draft, activity: 5 }, []).provisional).toBe(false);
});

test("only an interruption has somebody who interrupted, and what follows the plan displaces nothing", () => {
  const draft = { ...blankEntry("2026-11-03", 600, 15), interrupted_by: "Office", displaced: 4 };
  expect(settled({ ...draft, kind: "interruption" }, [])).toMatchObject({ interrupted_by: "Office", displaced: 4, block: null });
  expect(settled(draft, []).interrupted_by).toBeNull();
  expect(settled({ ...draft, kind: "changed", block: 4 }, [planned(4)])).toMatchObject({ displaced: null, block: 4 });
});

test("only what did not happen on that day can have been pushed out", () => {
  const blocks = [planned(1), planned(2, "as_planned"), planned(3, "not_done"), { ...planned(4), date: "2026-11-04" }];
  expect(displaceable({ date: "2026-11-03", displaced: null }, blocks).map((block) => block.id)).toEqual([1, 3]);
  expect(displaceable({ date: "2026-11-03", displaced: 4 }, blocks).map((block) => block.id)).toEqual([1, 3]);
});

test("on another day an entry keeps what it pushed out only if that is of that day", () => {
  const blocks = [planned(4), { ...planned(5), date: "2026-11-04" }];
  const draft = { ...blankEntry("2026-11-03", 600, 15), displaced: 4 };
  expect(onDay(draft, "2026-11-04", blocks)).toMatchObject({ date: "2026-11-04", displaced: null });
  expect(onDay(draft, "2026-11-03", blocks).displaced).toBe(4);
});

test("a fault stands at the fields that are on the page", () => {
  const draft = { ...blankEntry("2026-11-03", 600, 15), kind: "interruption" as const };
  expect(fieldsShown(draft, [planned(4)])).toEqual(expect.arrayContaining(["displaced", "interrupted_by"]));
  expect(fieldsShown({ ...draft, date: "2026-11-05" }, [planned(4)])).not.toContain("displaced");
  expect(fieldsShown({ ...draft, kind: "changed" }, [planned(4)])).toEqual(["text", "activity", "date", "start", "minutes", "pupils", "block"]);
});

test("the block that was to run then may have been pushed out, unless something is said of it", () => {
  const blocks = [planned(1), { ...planned(2), start: 630 }, { ...planned(3, "as_planned"), start: 700 }];
  const then = (start: number | null, minutes: number, displaced: number | null = null) => runningThen({ date: "2026-11-03", start, minutes, displaced }, blocks)?.id;
  expect([then(600, 15), then(620, 40), then(610, 25)]).toEqual([1, 2, 1]);
  expect([then(500, 40), then(750, 30), then(null, 15), then(600, 15, 2)]).toEqual([undefined, undefined, undefined, undefined]);
});
