// Calendar files: meetings of another calendar for the week shown, and dates saved for one.
import { addDays, mondayOf } from "../../format/dates";
import type { Answers } from "../mock";
import type { SuggestedMeeting } from "../types";

export function answers(): Answers {
  return {
    meetings_read: ({ date }) => {
      const on = (day: number, start: number | null, minutes: number, title: string, more: Partial<SuggestedMeeting> = {}): SuggestedMeeting => ({
        date: addDays(mondayOf(date), day), start, minutes, title, block: null, overlaps: false, not_taken: null, ...more,
      });
      return {
        becomes: "blocks",
        meetings: [on(0, 570, 45, "TAC meeting", { overlaps: true }), on(2, 840, 60, "Governors"), on(3, null, 0, "Training away", { not_taken: "no_time" })],
        there: 1,
        activity: null,
        problems: [{ line: 41, summary: "Old series", sentence: "Its time zone is not known, so it was left out." }],
        unlisted: 0,
      };
    },
    meetings_take: ({ meetings }) => ({ value: meetings.length, changed: ["block"], undo: `${meetings.length} meetings laid on the plan` }),
    calendar_file_save: ({ path }) => ({ path, items: 12 }),
  };
}
