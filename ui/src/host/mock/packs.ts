// Packs, with pages as the press sets them for its own tests. Everybody in them is invented.
import { addDays, mondayOf } from "../../format/dates";
import type { Answers } from "../mock";
import type { FoundName, KeptWord, PackKind, PackRow, PackView, PreviewPack } from "../types";

const drawn = import.meta.glob<string>("./packs/*.svg", { eager: true, query: "?raw", import: "default" });
const FILES: Record<PackKind, string> = { week_plan: "week-plan", week_as_it_happened: "week-as-it-happened" };
const TITLES: Record<PackKind, string> = { week_plan: "Week plan", week_as_it_happened: "The week as it happened" };
const PLAIN = { times: 1, common_word: false, in_doubt: false, hidden: true, asked_again: false };
const FOUND: FoundName[] = [
  { ...PLAIN, word: "Jacob", times: 2, case_codes: ["C-0141", "C-0146"] },
  { ...PLAIN, word: "Featherstonehaugh-Cholmondeley", case_codes: ["C-0145"] },
  { ...PLAIN, word: "Hope", case_codes: ["C-0150"], common_word: true },
  { ...PLAIN, word: "will", case_codes: ["C-0152"], common_word: true, in_doubt: true, hidden: false },
];
const HASH = "3f9ac01b77de4410aa52c0ffee118d2b3f9ac01b77de4410aa52c0ffee118d2b";

export function answers(): Answers {
  let said: { keep: KeptWord[]; hide: string[] } = { keep: [], hide: [] };
  let rows: PackRow[] = [
    { id: 1, title: "Week as it happened", kind: "week_as_it_happened", monday: "2026-10-19", of: null, names: false, at: "2026-10-23T15:48:00", hash: "91c4" + HASH.slice(4) },
    { id: 2, title: "One-page profile, C-0001", kind: null, monday: null, of: { what: "profile", pupil: 1 }, names: true, at: "2026-10-22T09:10:00", hash: "77d2" + HASH.slice(4) },
  ];

  function preview({ kind, date, options }: PreviewPack): PackView {
    const { keep, hide } = { keep: options.keep ?? said.keep, hide: options.hide ?? said.hide };
    const found = FOUND.map((name) => ({ ...name, hidden: name.in_doubt ? hide.includes(name.word) : !keep.some((one) => one.word === name.word) }));
    const pages = Object.keys(drawn).filter((path) => path.startsWith(`./packs/${FILES[kind]}-`)).sort();
    return {
      title: TITLES[kind],
      file: `${TITLES[kind]} ${mondayOf(date)}.pdf`,
      pages: pages.map((path) => drawn[path]!),
      found: kind === "week_plan" ? found.slice(0, 1) : found,
      keep,
      hide,
      notes: kind === "week_as_it_happened" ? ["The week is not closed yet: the figures may still change."] : [],
      entries: kind === "week_plan" ? [] : [1, 2, 3],
      hash: kind === "week_plan" ? "a7" + HASH.slice(2) : HASH,
    };
  }
  function record(ask: PreviewPack) {
    const view = preview(ask);
    said = { keep: view.keep, hide: view.hide };
    const monday = mondayOf(ask.date);
    rows = [{ id: rows.length + 1, title: TITLES[ask.kind], kind: ask.kind, monday, of: null, names: false, at: `${addDays(monday, 4)}T15:30:00`, hash: view.hash }, ...rows];
    return view.hash;
  }
  return {
    pack_preview: preview,
    pack_save: (ask) => ({ value: { path: ask.path, bytes: 61_440, hash: record(ask) }, changed: ["pack", "setting"], undo: null }),
    pack_printed: (ask) => (record(ask), { value: null, changed: ["pack", "setting"], undo: null }),
    packs: () => rows,
  };
}
