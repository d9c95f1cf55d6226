// What a captured line is read as, in words under the line.
import { clock } from "$format/clock";
import { minutes } from "$format/duration";
import { sentenceList } from "$format/count";
import { withClass } from "$screens/register/words";
import type { BreakStory, CaptureView, EntryKind, Place, RegisterRow } from "$host";
import { hush } from "$state/privacy.svelte";

const KINDS: Readonly<Record<EntryKind, string>> = { as_planned: "as planned", changed: "changed", interruption: "interruption", extra: "extra work" };
const PLACES: Readonly<Record<Place, string>> = { school: "", home: "at home", other_school: "at another school", travel: "on the way" };
const MOST = 3;

/** What is chosen under a line: whom it is about, where that was touched, and the planned block it took the place of. */
export interface Choices {
  pupils: number[] | null;
  displaced: number | null;
}

/** Whom the line is about as it would be kept: those who were chosen, or else the one pupil it names. */
export function aboutWhom({ pupils }: Choices, read: CaptureView): number[] {
  return pupils ?? (read.pupils.length === 1 ? read.pupils.map((row) => row.id) : []);
}

/** What is sent of the choices: nothing of what was left alone, nor of a block that the line no longer meets. */
export function chosen({ pupils, displaced }: Choices, read: CaptureView | null): { pupils?: number[]; displaced?: number } {
  const meets = read?.planned.some((one) => one.block === displaced);
  return { ...(pupils ? { pupils } : {}), ...(displaced !== null && meets ? { displaced } : {}) };
}

/** `15 min, interruption by Mrs Cook, phone, may be about Jacob O. (4B)`. `length` is what was chosen where the line names none. */
export function reading({ captured, pupils }: CaptureView, length: number | null): string {
  const long = captured.minutes ?? length;
  const by = captured.who ? ` by ${hush(captured.who, "somebody")}` : "";
  return [
    long === null ? "" : minutes(long),
    captured.start === null ? "" : `from ${clock(captured.start)}`,
    KINDS[captured.kind] + (captured.kind === "interruption" ? by : captured.who ? ` with ${hush(captured.who, "somebody")}` : ""),
    captured.way ?? "",
    PLACES[captured.place],
    captured.missed_break ? `${captured.missed_break} missed` : "",
    captured.private ? "private" : "",
    perhaps(pupils),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The break of a day that a line says was lost, if there is one of that name of which nothing has been said. */
export function missedBreak(said: string | null, breaks: readonly BreakStory[]): BreakStory | undefined {
  return said === null ? undefined : breaks.find((one) => one.name.toLowerCase().startsWith(said.toLowerCase()) && !one.said);
}

/** One pupil is meant for sure enough to be kept with the line; of several none is. */
function perhaps(pupils: readonly RegisterRow[]): string {
  if (pupils.length === 0) return "";
  const names = pupils.slice(0, MOST).map((row) => withClass(hush(`${row.forename} ${row.surname.slice(0, 1)}.`, row.case_code), row));
  if (pupils.length === 1) return `about ${names[0]}`;
  return `may be about ${sentenceList(names, "or")}${pupils.length > MOST ? ", or somebody else of that name" : ""}`;
}
