// Which meetings of another calendar may be taken, and what each would be. Pure, but for hidden names.
import type { MeetingsView, NotTaken, SuggestedMeeting, TakeMeeting, TakenAs } from "$host";
import { clockRange } from "$format/clock";
import { plural } from "$format/count";
import { hush } from "$state/privacy.svelte";
import { blockOf, titleOf, type Book } from "../book";

const WHY: Readonly<Record<NotTaken, string>> = {
  no_time: "It has no time of its own, so it cannot be laid.",
  past_midnight: "It runs past midnight.",
  ahead: "It lies ahead, and this week’s plan is frozen.",
};

export const canTake = (meeting: SuggestedMeeting) => meeting.not_taken === null;

/** What is ticked when a file was read: nothing, for nothing is taken by itself; but a meeting that was a planned block is. */
export const begunWith = ({ meetings }: Pick<MeetingsView, "meetings">) => meetings.flatMap((meeting, at) => (canTake(meeting) && meeting.block !== null ? [at] : []));

/** Whether it needs a kind of work: one that was a planned block brings its own. */
export const needsWork = (meeting: SuggestedMeeting) => meeting.block === null;

/** `09:30–10:15 TAC meeting`; while names are hidden, `a meeting`. */
export function called({ start, minutes, title }: SuggestedMeeting): string {
  const what = hush(title, "A meeting");
  return start === null ? what : `${clockRange(start, Math.min(start + minutes, 24 * 60))} ${what}`;
}

/** What it would be, where that needs saying. */
export function wouldBe(meeting: SuggestedMeeting, book: Book): string | undefined {
  if (meeting.not_taken !== null) return WHY[meeting.not_taken];
  const block = meeting.block === null ? undefined : blockOf(book, meeting.block);
  if (block) return `It was planned: ${titleOf(book, block)}, ${clockRange(block.start, block.start + block.minutes)}.`;
  return meeting.overlaps ? "Something else stands at that time already." : undefined;
}

export function asked({ date, start, minutes, title, block }: SuggestedMeeting): TakeMeeting {
  return { date, start: start ?? 0, minutes, title, block };
}

export function leadOf(becomes: TakenAs | undefined): string {
  if (becomes === "blocks") return "Tick those to lay on the plan. Nothing is laid by itself.";
  if (becomes === "entries") return "Tick those to write down as what happened. Nothing is written by itself.";
  return "They are suggested for the week that is shown; you choose which to take.";
}

export const takes = (becomes: TakenAs, many: number) => (many === 0 ? "Take those ticked" : becomes === "blocks" ? `Lay ${plural(many, "meeting")}` : `Write down ${plural(many, "meeting")}`);
