// The week's figures, and the look-up from each to the rows it was summed from. What the rows come to is always reconciled with the figure.
import type { DayStory, Figure, Span, WeekStory, WeekView } from "$host";
import { clockRange } from "$format/clock";
import { plural } from "$format/count";
import { dayShort } from "$format/dates";
import { minutes, tenthsOfMinutes } from "$format/duration";
import { hush } from "$state/privacy.svelte";
import { breakState, entryMarks, textShown, titleShown } from "./words";

/** One thing a figure was summed from. */
export interface SumRow {
  key: string;
  when: string;
  text: string;
  detail: string;
  /** Its minutes in this figure. */
  minutes: number;
  opens: { what: "entry"; id: number } | { what: "block"; id: number } | { what: "break"; date: string; name: string } | { what: "gap"; date: string; span: Span };
}

export interface Sum {
  key: string;
  label: string;
  /** In words. */
  value: string;
  minutes: number;
  rows: SumRow[];
  /** What the rows come to beyond the figure, and why; none when they add up by themselves. */
  differs: { minutes: number; why: string } | null;
  /** How the figure was reached from the sum, where it is not the sum itself. */
  lead: string;
  look: boolean;
}

const ONCE = "Minutes that two of these claim count once";
const UNTIMED = "Taken up by entries without a start";

/** The figures at the head of the review, in the order they are read. */
export function reviewSums({ story, entries }: WeekView): Sum[] {
  const { totals, sums } = story;
  const other = new Set(totals.other_role.entries);
  const own: Figure = { ...totals.happened, minutes: totals.happened.minutes - totals.other_role.minutes, entries: totals.happened.entries.filter((id) => !other.has(id)) };
  const pupils = plural(totals.registered, "pupil");
  const each = totals.tenths_per_pupil === null ? "none on the register" : tenthsOfMinutes(totals.tenths_per_pupil);
  return [
    plain("planned", "Planned", totals.planned, story),
    plain("as_planned", "As planned", totals.as_planned, story),
    plain("changed", "Changed", totals.changed, story),
    plain("interruptions", "Interruptions", totals.interruptions, story),
    plain("extra", "Extra", totals.extra, story),
    plain("not_done", "Planned and not done", totals.not_done, story),
    made("out_of_hours", "Out of hours", sums.out_of_hours.minutes, entryRows(sums.out_of_hours, story, (entry) => entry.out_of_hours), ONCE, sums.out_of_hours.minutes > 0),
    made("breaks_lost", "Breaks lost", totals.breaks_lost, breakRows(story), ONCE, totals.breaks_lost > 0),
    made("unaccounted", "Not accounted for", sums.unaccounted, gapRows(story), UNTIMED),
    {
      ...made("protected_lost", "Protected time lost", totals.protected_lost.minutes, protectedRows(totals.protected_lost, story), ONCE, totals.protected_lost.minutes > 0),
      lead: `Of ${minutes(totals.protected)} protected this week.`,
    },
    {
      ...made("per_pupil", "For each registered pupil", own.minutes, entryRows(own, story, (entry) => entry.minutes), ONCE),
      value: each,
      lead: `All that happened but other roles, divided by ${pupils} with SEN provision. ${entries.some((one) => one.private) ? "Private entries are counted." : ""}`.trim(),
    },
  ];
}

/** The parts that contracted time comes to, in the order they are added up. */
export function accountSums({ story }: WeekView): { label: string; minutes: number; sum: string | null }[] {
  const { sums } = story;
  return [
    { label: "Teaching", minutes: sums.teaching, sum: null },
    { label: "Breaks taken", minutes: sums.breaks_taken, sum: null },
    { label: "Breaks lost", minutes: sums.breaks_lost, sum: "breaks_lost" },
    { label: "Recorded", minutes: sums.recorded.minutes, sum: "recorded" },
    { label: "Not accounted for", minutes: sums.unaccounted, sum: "unaccounted" },
  ];
}

/** Any figure of the week by its key: one of the review, `recorded`, or `activity|purpose:ID:planned|actual`, `who:NAME`. */
export function sumOf(view: WeekView, key: string): Sum | null {
  const { story } = view;
  const [group, id, side] = key.split("|");
  if (group === "recorded") {
    return made("recorded", "Recorded", story.sums.recorded.minutes, entryRows(story.sums.recorded, story, (entry) => entry.minutes - entry.out_of_hours), ONCE);
  }
  if (group === "activity" || group === "purpose") {
    const rows: { name: string; planned: Figure; actual: Figure }[] =
      group === "activity" ? story.by_activity.filter((one) => String(one.activity) === id) : story.by_purpose.filter((one) => String(one.purpose) === id);
    const row = rows[0];
    return row ? plain(key, `${row.name}: ${side === "planned" ? "planned" : "as it happened"}`, side === "planned" ? row.planned : row.actual, story) : null;
  }
  if (group === "who") {
    const row = story.interrupters.find((one) => one.who === id);
    return row ? plain(key, `Interrupted by ${hush(row.who, "somebody") || "somebody not named"}`, row.figure, story) : null;
  }
  return reviewSums(view).find((sum) => sum.key === key) ?? null;
}

/** Entries that another screen asked to be shown. */
export function listed(view: WeekView, entries: readonly number[]): Sum {
  const rows = entryRows({ minutes: 0, entries: [...entries], blocks: [] }, view.story, (entry) => entry.minutes);
  return made("listed", plural(rows.length, "entry", "entries"), total(rows), rows, ONCE);
}

function plain(key: string, label: string, figure: Figure, story: WeekStory): Sum {
  return made(key, label, figure.minutes, [...blockRows(figure, story), ...entryRows(figure, story, (entry) => entry.minutes)], ONCE);
}

function made(key: string, label: string, value: number, rows: SumRow[], why: string, look = false): Sum {
  const over = total(rows) - value;
  return { key, label, value: minutes(value), minutes: value, rows, differs: over === 0 ? null : { minutes: over, why }, lead: "", look };
}

const total = (rows: readonly SumRow[]) => rows.reduce((sum, row) => sum + row.minutes, 0);
const when = (date: string, start: number | null, long: number) => `${dayShort(date)}, ${start === null ? "no start" : clockRange(start, start + long)}`;

function entryRows(figure: Figure, story: WeekStory, counted: (entry: DayStory["entries"][number], day: DayStory) => number): SumRow[] {
  return story.days.flatMap((day) =>
    day.entries
      .filter((entry) => figure.entries.includes(entry.id))
      .map((entry) => ({
        key: `entry-${entry.id}`,
        when: when(day.date, entry.start, entry.minutes),
        text: textShown(entry),
        detail: [...new Set([entry.activity ?? "", ...entryMarks(entry)])].filter((part) => part && part !== textShown(entry)).join(" · "),
        minutes: counted(entry, day),
        opens: { what: "entry", id: entry.id },
      })),
  );
}

function blockRows(figure: Figure, story: WeekStory): SumRow[] {
  return story.days.flatMap(({ date, blocks }) =>
    blocks
      .filter((block) => figure.blocks.includes(block.id))
      .map((block) => {
        const why = story.not_done.find((one) => one.block === block.id);
        return {
          key: `block-${block.id}`,
          when: when(date, block.start, block.minutes),
          text: titleShown(block),
          detail: [block.activity === titleShown(block) ? "" : block.activity, hush(why?.why ?? ""), why?.still_needed ? "still needed" : ""].filter(Boolean).join(" · "),
          minutes: block.minutes,
          opens: { what: "block", id: block.id },
        };
      }),
  );
}

function breakRows({ days }: WeekStory): SumRow[] {
  return days.flatMap(({ date, breaks }) =>
    breaks
      .filter((one) => one.lost > 0)
      .map((one) => ({
        key: `break-${date}-${one.name}`,
        when: when(date, one.span.start, one.span.end - one.span.start),
        text: one.name,
        detail: [breakState(one), hush(one.why)].filter(Boolean).join(" · "),
        minutes: one.lost,
        opens: { what: "break", date, name: one.name },
      })),
  );
}

function gapRows({ days }: WeekStory): SumRow[] {
  return days.flatMap(({ date, gaps }) =>
    gaps.map((span) => ({
      key: `gap-${date}-${span.start}`,
      when: when(date, span.start, span.end - span.start),
      text: "Nothing written",
      detail: "",
      minutes: span.end - span.start,
      opens: { what: "gap", date, span },
    })),
  );
}

function protectedRows(figure: Figure, story: WeekStory): SumRow[] {
  return entryRows(figure, story, (entry, day) => {
    const end = (entry.start ?? 0) + entry.minutes;
    return day.hours.protected.reduce((sum, span) => sum + Math.max(0, Math.min(span.end, end) - Math.max(span.start, entry.start ?? 0)), 0);
  });
}
