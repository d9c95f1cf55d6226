// What the year's dates say of a week: whether there is school in it at all. Pure.
import type { DayStory, WeekView } from "$host";

/** Whether a week waits for its first block: it is in term, its hours are known, and nothing is planned in it. */
export function startsBlank({ story, blocks }: Pick<WeekView, "blocks"> & { story: { days: readonly Pick<DayStory, "kind" | "hours">[] } }): boolean {
  return blocks.length === 0 && termOf(story.days) === "in" && story.days.some((day) => day.hours.contracted !== null);
}

/** In term, out of it (no day from Monday to Friday is worked), or unknown because no half-term of its year has been typed. */
export type Term = "in" | "out" | "unknown";

/** Where a week lies, told by its Monday to Friday. A day off that was typed does not tell that the rest of the year was. */
export function termOf(days: readonly Pick<DayStory, "kind">[]): Term {
  const kinds = days.slice(0, 5).map((day) => day.kind);
  if (kinds.some((kind) => kind === "open" || kind === "inset")) return "in";
  return kinds.includes("unknown") ? "unknown" : "out";
}
