// The words for packs: what each is called, for whom it is, and when one was printed.
import type { FoundName, PackKind } from "$host";
import { number, plural, sentenceList } from "$format/count";

export const PACKS: readonly { kind: PackKind; label: string; whom: string }[] = [
  { kind: "week_plan", label: "Week plan, to annotate by hand", whom: "For yourself and the wall: pin it up on Monday and write on it what really happens." },
  { kind: "week_as_it_happened", label: "Week as it happened", whom: "For the head, on Friday: the plan beside what became of it, with every figure." },
];

/** `Week plan, to annotate by hand` */
export function packName(kind: PackKind): string {
  return PACKS.find((pack) => pack.kind === kind)?.label ?? "";
}

/** The version of a pack by its fingerprint, as it stands at the foot of each page: `3f9a c01b`. */
export function versionOf(hash: string): string {
  return `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
}

/** Whether a name that was found should be in sight: it is printed, or fits other pupils than when she kept it. */
export function inSight({ hidden, asked_again }: Pick<FoundName, "hidden" | "asked_again">): boolean {
  return !hidden || asked_again;
}

/** How a name that was found is printed: `3 times, printed as C-0142`. */
export function howPrinted({ times, case_codes, hidden, in_doubt, asked_again }: FoundName): string {
  const often = times === 1 ? "Once" : plural(times, "time");
  const small = in_doubt ? " in small letters" : "";
  const whom = sentenceList(case_codes);
  const many = `${number(case_codes.length)} pupils have this name${case_codes.length <= 3 ? ` (${whom})` : ""}`;
  if (in_doubt && !hidden) return `${often}${small}, not hidden: tick to hide if it means ${case_codes.length <= 3 ? whom : "one of your pupils"}`;
  if (!hidden) return `${often}, printed as it stands`;
  const again = asked_again ? ". It was kept before, but fits other pupils now: hidden until you say so again" : "";
  if (case_codes.length === 1) return `${often}${small}, printed as ${whom}${again}`;
  return `${often}${small}. ${many}: printed as [name], or as the case code of the one the entry is about${again}`;
}
