// What the timer says of itself.
import type { Asked, Question, TimerLayer } from "$host";
import { daysBetween, momentShort } from "$format/dates";
import { hush } from "$state/privacy.svelte";

/** Longer than nobody works without a pause, in minutes: how long it was then has to be said. */
const LONGEST = 12 * 60;
/** The most letters of it in a sentence. */
const MOST = 40;

/** What runs, in its own words, or its kind of work. */
export const titleOf = (layer: Pick<TimerLayer, "doing" | "work">) => layer.doing.text.trim() || layer.work || "Work";

/** The same where names may be hidden. */
export const titleSaid = (layer: Pick<TimerLayer, "doing" | "work">) => hush(titleOf(layer), layer.work ?? "hidden work");

/** The same in few words and in quotes, to stand in a sentence. */
export function titleQuoted(layer: Pick<TimerLayer, "doing" | "work">): string {
  const title = titleSaid(layer);
  return `“${title.length > MOST ? `${title.slice(0, MOST).trimEnd()}…` : title}”`;
}

const AWAY: Readonly<Partial<Record<Asked["why"], string>>> = {
  idle: "nobody touched the daybook",
  sleep: "the computer slept",
  lock: "locked",
  closed: "the daybook was closed",
};

/** `12:05 to 12:50`, with their days where they are not today. */
export function stretch({ from, to }: Asked, today: string): string {
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  const time = (at: string) => at.slice(11, 16);
  if (sameDay) return `${from.slice(0, 10) === today ? time(from) : momentShort(from)} to ${time(to)}`;
  return `${momentShort(from)} to ${momentShort(to)}`;
}

/** What happened in a stretch, in a sentence. */
export function happened(asked: Asked, today: string): string {
  const when = stretch(asked, today);
  const away = AWAY[asked.why];
  if (away) return `You were away ${when} (${away}).`;
  if (asked.why === "long") return `The timer ran without a stop ${when}.`;
  if (asked.why === "midnight") return `The timer ran past midnight, ${when}.`;
  return `The computer’s clock was set back while the timer ran, from ${when}.`;
}

/** What ran then. */
export function ranOn(question: Question): string {
  const { text } = question.doing;
  return text.trim() ? `The timer ran on ${titleQuoted({ doing: question.doing, work: null })}.` : "";
}

/** Minutes of a stretch, as the clock on the wall tells them. */
export function lengthOf({ from, to }: Asked): number {
  const minute = (at: string) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  return daysBetween(from.slice(0, 10), to.slice(0, 10)) * 24 * 60 + minute(to) - minute(from);
}

/** Whether how long it was has to be said. */
export const lengthNeeded = (asked: Asked) => lengthOf(asked) <= 0 || lengthOf(asked) > LONGEST;

/** The same question, however often it is told. */
export const keyOf = ({ asked }: Question) => `${asked.from} ${asked.to}`;
