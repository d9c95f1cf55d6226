// Packs, with pages as the press sets them for its own tests. Everybody in them is invented.
import { addDays, mondayOf } from "../../format/dates";
import type { Answers } from "../mock";
import type { FoundName, PackKind, PackRow, PackView, PreviewPack } from "../types";

const drawn = import.meta.glob<string>("./packs/*.svg", { eager: true, query: "?raw", import: "default" });
const FILES: Record<PackKind, string> = { week_plan: "week-plan", week_as_it_happened: "week-as-it-happened" };
const TITLES: Record<PackKind, string> = { week_plan: "Week plan", week_as_it_happened: "The week as it happened" };
const FOUND: FoundName[] = [
  { word: "Jacob", times: 2, case_codes: ["C-0141", "C-0146"], common_word: false },
  { word: "Featherstonehaugh-Cholmondeley", times: 1, case_codes: ["C-0145"], common_word: false },
  { word: "Hope", times: 1, case_codes: ["C-0150"], common_word: true },
];
const HASH = "3f9ac01b77de4410aa52c0ffee118d2b3f9ac01b77de4410aa52c0ffee118d2b";

export function answers(): Answers {
  let kept: string[] = [];
  let rows: PackRow[] = [{ id: 1, kind: "week_as_it_happened", monday: "2026-10-19", at: "2026-10-23T15:48:00", hash: "91c4" + HASH.slice(4) }];

  function preview({ kind, date, options }: PreviewPack): PackView {
    const pages = Object.keys(drawn).filter((path) => path.startsWith(`./packs/${FILES[kind]}-`)).sort();
    return {
      title: TITLES[kind],
      file: `${TITLES[kind]} ${mondayOf(date)}.pdf`,
      pages: pages.map((path) => drawn[path]!),
      found: kind === "week_plan" ? FOUND.slice(0, 1) : FOUND,
      kept: options.keep ?? kept,
      notes: kind === "week_as_it_happened" ? ["The week is not closed yet: the figures may still change."] : [],
      entries: kind === "week_plan" ? [] : [1, 2, 3],
      hash: kind === "week_plan" ? "a7" + HASH.slice(2) : HASH,
    };
  }
  function record(ask: PreviewPack) {
    const view = preview(ask);
    kept = view.kept;
    const monday = mondayOf(ask.date);
    rows = [{ id: rows.length + 1, kind: ask.kind, monday, at: `${addDays(monday, 4)}T15:30:00`, hash: view.hash }, ...rows];
    return view.hash;
  }
  return {
    pack_preview: preview,
    pack_save: (ask) => ({ value: { path: ask.path, bytes: 61_440, hash: record(ask) }, changed: ["pack", "setting"], undo: null }),
    pack_printed: (ask) => (record(ask), { value: null, changed: ["pack", "setting"], undo: null }),
    packs: () => rows,
  };
}
