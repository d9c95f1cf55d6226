import type { FoundName, KeptWord } from "$host";
import { expect, test } from "vitest";
import { hideWord, keepWord } from "./keep";
import { howPrinted, inSight, versionOf } from "./words";

const found = (word: string, more: Partial<FoundName> = {}): FoundName => ({
  word,
  times: 1,
  case_codes: ["C-0141"],
  common_word: false,
  in_doubt: false,
  hidden: true,
  asked_again: false,
  ...more,
});
const words = (kept: KeptWord[]) => kept.map((one) => `${one.word} ${one.case_codes.join(" ")}`);

test("a word is kept for the pupils it fits, once, and can be taken back however it is written", () => {
  const kept = keepWord(keepWord([], found("Zoë"), true), found("Zoë", { case_codes: ["C-0141", "C-0146"] }), true);
  expect(words(kept)).toEqual(["Zoë C-0141 C-0146"]);
  expect(keepWord(kept, found("ZOE"), false)).toEqual([]);
});

test("taking one word back leaves the others, and keeping one in small letters keeps the other", () => {
  const kept = keepWord(keepWord([], found("Will"), true), found("will"), true);
  expect(words(kept)).toEqual(["Will C-0141", "will C-0141"]);
  expect(words(keepWord(keepWord(kept, found("Hope"), true), found("Will"), false))).toEqual(["Hope C-0141"]);
});

test("an everyday word is hidden once, and no longer when she thinks better of it", () => {
  const hide = hideWord(hideWord([], "will", true), "Will", true);
  expect(hide).toEqual(["Will"]);
  expect(hideWord([...hide, "may"], "will", false)).toEqual(["may"]);
});

test("how a name is printed says the code only where it fits one pupil", () => {
  const jacob = found("Jacob");
  expect(howPrinted(jacob)).toBe("Once, printed as C-0141");
  expect(howPrinted({ ...jacob, times: 3, case_codes: ["C-0141", "C-0146"] })).toBe("3 times. 2 pupils have this name (C-0141 and C-0146): printed as [name], or as the case code of the one the entry is about");
  expect(howPrinted({ ...jacob, case_codes: ["a", "b", "c", "d"] })).toMatch(/^Once\. 4 pupils have this name: /);
  expect(howPrinted({ ...jacob, hidden: false })).toBe("Once, printed as it stands");
});

test("a word in doubt is not hidden unless she ticks it, and a word that fits others now is asked about again", () => {
  const will = found("will", { common_word: true, in_doubt: true, hidden: false, times: 2 });
  expect(howPrinted(will)).toBe("2 times in small letters, not hidden: tick to hide if it means C-0141");
  expect(howPrinted({ ...will, hidden: true })).toBe("2 times in small letters, printed as C-0141");
  expect(howPrinted(found("Hope", { asked_again: true }))).toMatch(/^Once, printed as C-0141\. It was kept before, but fits other pupils now/);
});

test("a name is in sight while it is printed, or fits other pupils than before", () => {
  const said = (hidden: boolean, asked_again: boolean) => inSight({ hidden, asked_again });
  expect([said(true, false), said(true, true), said(false, false)]).toEqual([false, true, true]);
});

test("a version is short enough to be compared by eye", () => {
  expect(versionOf("3f9ac01b77de4410aa52c0ffee118d2b")).toBe("3f9a c01b");
});
