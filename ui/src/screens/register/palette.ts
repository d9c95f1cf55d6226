// Pupils in the command palette, from any screen: their names are looked up in the core as they are typed.
import { call } from "$host";
import type { PaletteItem } from "$state/palette.svelte";
import { hush } from "$state/privacy.svelte";
import { go } from "$state/router.svelte";
import { listName, yearAndClass } from "./words";

const MOST = 8;

/** The pupils on roll whom the typed words find; choosing one opens the record. */
export async function findPupils(query: string): Promise<PaletteItem[]> {
  if (query.trim().length < 2) return [];
  const [rows, rules] = await Promise.all([call("pupil_find", { search: query, limit: MOST }), call("rules", {})]);
  return rows.map((row) => ({
    id: `pupil-${row.id}`,
    label: hush(listName(row), row.case_code),
    detail: [yearAndClass(rules, row), row.case_code].filter(Boolean).join(" · "),
    group: "Pupils",
    run: () => go("register", { pupil: row.id }),
  }));
}
