// What there is to do about each thing that stands in the way of closing a week.
import type { Blocker, Overlap, Span, WeekView } from "$host";

export interface Gap {
  date: string;
  span: Span;
}
export type Settling =
  | { how: "overlap"; overlap: Overlap }
  | { how: "classify"; entries: number[] }
  | { how: "blocks"; blocks: number[] }
  | { how: "gaps"; gaps: Gap[] }
  | { how: "entries"; entries: number[] };

/** How a blocker is settled. One the screen does not know shows the entries it names, so that nothing is a dead end. */
export function settlingOf(blocker: Blocker, { story }: WeekView, today: string): Settling {
  if (blocker.code === "week.provisional") return { how: "classify", entries: blocker.entries };
  if (blocker.code === "week.open_blocks") return { how: "blocks", blocks: blocker.blocks };
  if (blocker.code === "week.unaccounted") return { how: "gaps", gaps: gapsUntil(story.days, today) };
  const overlap = story.overlaps.find((one) => one.first === blocker.entries[0] && one.second === blocker.entries[1]);
  if (blocker.code === "week.overlap" && overlap) return { how: "overlap", overlap };
  return blocker.blocks.length > 0 ? { how: "blocks", blocks: blocker.blocks } : { how: "entries", entries: blocker.entries };
}

/** What is worth knowing of a plan before it freezes. */
export const ofPlan = (blockers: readonly Blocker[]) => blockers.filter((blocker) => blocker.code.startsWith("plan."));

/** Gaps of days that have come; what lies ahead is not missing yet. */
function gapsUntil(days: WeekView["story"]["days"], today: string): Gap[] {
  return days.filter((day) => day.date <= today).flatMap((day) => day.gaps.map((span) => ({ date: day.date, span })));
}

export const stopping = (blockers: readonly Blocker[]) => blockers.filter((blocker) => blocker.weight === "blocks");
