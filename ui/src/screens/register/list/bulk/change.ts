// One change to many, as it is typed: from the fields to what is asked of the core. Pure.
import type { BulkChange, BulkView } from "$host";
import { plural } from "$format/count";

export type What = Exclude<BulkChange["what"], "own_flag">;

/** How a flag of the school's own stands among the flags to choose from. */
export const ownFlag = (id: number) => `own ${id}`;

export const CHANGES: readonly { what: What; label: string; title: string }[] = [
  { what: "status", label: "SEN provision", title: "Change SEN provision" },
  { what: "add_need", label: "Add a need", title: "Add a need" },
  { what: "class", label: "Class", title: "Change the class" },
  { what: "flag", label: "Flag", title: "Set or take off a flag" },
  { what: "year", label: "Taught out of year", title: "Change the year they are taught in" },
  { what: "leave", label: "Mark as left", title: "Mark as left" },
];

/** What stands in the fields. */
export interface Typed {
  code: string;
  from: string | null;
  reason: string;
  class: string;
  /** They are to be in no class: an empty name alone changes nothing. */
  classless: boolean;
  flag: string;
  on: boolean;
}

/** Stands for ending provision, and for the year of their age: a choice of its own, unlike nothing chosen. */
export const NONE = "none";

/** What is asked of the core; null as long as something is missing. */
export function changeOf(what: What, { code, from, reason, class: name, classless, flag, on }: Typed): BulkChange | null {
  switch (what) {
    case "status":
      return code && from ? { what, code: code === NONE ? "" : code, from, reason } : null;
    case "add_need":
      return code && from ? { what, code, from } : null;
    case "class":
      return classless || name.trim() !== "" ? { what, class: classless ? "" : name } : null;
    case "flag":
      if (flag.startsWith("own ")) return { what: "own_flag", flag: Number(flag.slice(4)), on };
      return flag ? { what, flag, on } : null;
    case "year":
      return code ? { what, year: code === NONE ? null : code } : null;
    case "leave":
      return from ? { what, on: from } : null;
  }
}

/** `11 would change, 2 are so already, 1 cannot be changed.` */
export function foretold({ changes, same, refused }: BulkView): string {
  const parts = [
    changes > 0 ? `${changes} would change` : "Nobody would change",
    same > 0 ? `${same} ${same === 1 ? "is" : "are"} so already` : "",
    refused > 0 ? `${refused} cannot be changed` : "",
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/** What the button does: `Change 11 pupils`. */
export function buttonWords(view: BulkView | undefined): string {
  return view && view.changes > 0 ? `Change ${plural(view.changes, "pupil")}` : "Change them";
}
