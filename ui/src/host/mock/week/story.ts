// Tells the mock week by counting minutes one at a time, the way the core's rules read.
import type { BlockStory, Block, Blocker, BreakStory, DayKind, DayStory, Entry, EntryStory, Figure, Purpose, Span, Sums, Totals, WeekStory } from "../../types";
import { activities, breaks, hours, NO_HOURS, people } from "./data";
import { addDays, dayIndex } from "../../../format/dates";

export interface Facts {
  week: WeekStory["week"];
  blocks: Block[];
  entries: Entry[];
  marks: typeof breaks;
}

const AREAS: [Purpose, string][] = [
  ["strategy", "Strategic direction"],
  ["learning", "Teaching and learning"],
  ["staff", "Leading and managing staff"],
  ["resources", "Deploying staff and resources"],
];
const nameOf = (id: number) => activities.find((one) => one.id === id)?.name ?? "Unknown kind of work";
const codes = (ids: number[]) => people.filter((one) => ids.includes(one.id)).map((one) => one.case_code);
const figure = (items: { id: number; minutes: number }[], of: "entries" | "blocks"): Figure => ({
  minutes: items.reduce((sum, one) => sum + one.minutes, 0),
  entries: [],
  blocks: [],
  [of]: items.map((one) => one.id),
});
const inside = (spans: (Span | null)[], minute: number) => spans.some((span) => span && span.start <= minute && minute < span.end);
const spanOf = (entry: Entry): Span[] => (entry.start === null ? [] : [{ start: entry.start, end: entry.start + entry.minutes }]);
const MINUTES = Array.from({ length: 1440 }, (_, minute) => minute);

export function kindOf(date: string): DayKind {
  if (dayIndex(date) > 4) return "weekend";
  if (date >= "2026-10-26" && date <= "2026-10-30") return "holiday";
  return date === "2026-11-13" ? "inset" : "open";
}

export function tell(facts: Facts): WeekStory {
  const days = Array.from({ length: 7 }, (_, at) => tellDay(facts, addDays(facts.week.monday, at)));
  const inWeek = (one: { date: string }) => days.some((day) => day.date === one.date);
  const blocks = facts.blocks.filter(inWeek);
  const entries = facts.entries.filter(inWeek);
  const rows = [...new Set([...blocks.map((one) => one.activity), ...entries.map((one) => one.activity)])].map((id) => ({
    activity: id,
    name: id === null ? "To classify" : nameOf(id),
    purpose: activities.find((one) => one.id === id)?.purpose ?? null,
    planned: figure(blocks.filter((one) => one.activity === id), "blocks"),
    actual: figure(entries.filter((one) => one.activity === id), "entries"),
  }));
  const who = [...new Set(entries.filter((one) => one.kind === "interruption").map((one) => one.interrupted_by ?? ""))];
  return {
    week: facts.week,
    days,
    totals: totalsOf(days, blocks, entries),
    sums: days.map((day) => day.sums).reduce(add),
    by_activity: rows.sort((a, b) => b.actual.minutes - a.actual.minutes || b.planned.minutes - a.planned.minutes),
    by_purpose: [...AREAS, ...(entries.some((one) => one.activity === null) ? [[null, "To classify"] as const] : [])].map(([purpose, name]) => ({
      purpose,
      name,
      planned: merged(rows.filter((row) => row.purpose === purpose).map((row) => row.planned)),
      actual: merged(rows.filter((row) => row.purpose === purpose).map((row) => row.actual)),
    })),
    interrupters: who
      .map((name) => entries.filter((one) => one.kind === "interruption" && (one.interrupted_by ?? "") === name))
      .map((mine) => ({ who: mine[0]?.interrupted_by ?? "", times: mine.length, figure: figure(mine, "entries") }))
      .sort((a, b) => b.figure.minutes - a.figure.minutes),
    not_done: blocks.flatMap((one) =>
      one.state.is === "not_done"
        ? [{ date: one.date, block: one.id, title: one.title || nameOf(one.activity), minutes: one.minutes, why: one.state.why, still_needed: one.state.still_needed }]
        : [],
    ),
    overlaps: days.flatMap((day) => overlapsOf(day.date, entries.filter((one) => one.date === day.date))),
    provisional: entries.filter((one) => one.provisional).map((one) => one.id),
    without_private: false,
  };
}

function tellDay(facts: Facts, date: string): DayStory {
  const kind = kindOf(date);
  const closed = !["open", "inset", "unknown"].includes(kind);
  const given = closed ? NO_HOURS : hours[dayIndex(date)]!;
  const today = kind === "inset" ? { ...given, teaching: [] } : given;
  const entries = facts.entries
    .filter((one) => one.date === date)
    .sort((a, b) => Number(a.start === null) - Number(b.start === null) || (a.start ?? 0) - (b.start ?? 0));
  const told: BreakStory[] = today.breaks.map(({ name, span }) => {
    const mark = facts.marks.find((one) => one.date === date && one.name === name);
    const whole = span.end - span.start;
    const worked = MINUTES.filter((minute) => inside([span], minute) && inside(entries.flatMap(spanOf), minute)).length;
    const taken = !mark ? whole - worked : mark.state === "taken" ? whole : mark.state === "part" ? mark.taken : 0;
    return { date, name, span, state: mark?.state ?? (worked === 0 ? "taken" : taken === 0 ? "missed" : "part"), taken, lost: whole - taken, why: mark?.why ?? "", said: !!mark };
  });
  const timed = entries.flatMap(spanOf);
  const contracted = MINUTES.filter((minute) => inside([today.contracted], minute));
  const free = contracted.filter((minute) => !inside(timed, minute));
  const gap = free.filter((minute) => !inside([...today.breaks.map((one) => one.span), ...today.teaching], minute));
  const sums: Sums = {
    contracted: contracted.length,
    teaching: free.filter((minute) => inside(today.teaching, minute)).length,
    breaks_taken: 0,
    breaks_lost: 0,
    recorded: { minutes: contracted.length - free.length, entries: [], blocks: [] },
    unaccounted: gap.length,
    out_of_hours: { minutes: MINUTES.filter((minute) => inside(timed, minute) && !contracted.includes(minute)).length, entries: [], blocks: [] },
    overlapped: timed.reduce((sum, span) => sum + span.end - span.start, 0) - MINUTES.filter((minute) => inside(timed, minute)).length,
  };
  for (const one of told) {
    const rest = free.filter((minute) => inside([one.span], minute)).length;
    sums.breaks_taken += Math.min(rest, one.taken);
    sums.breaks_lost += rest - Math.min(rest, one.taken);
  }
  const tellEntry = (one: Entry): EntryStory => {
    const away = one.place === "home" || !today.contracted;
    const outside = one.start === null ? (away ? one.minutes : 0) : MINUTES.filter((minute) => inside(spanOf(one), minute) && !contracted.includes(minute)).length;
    if (outside > 0) sums.out_of_hours.entries.push(one.id);
    if (outside < one.minutes) sums.recorded.entries.push(one.id);
    if (one.start === null && away) sums.out_of_hours.minutes += one.minutes;
    if (one.start === null && !away) {
      const fits = Math.min(one.minutes, sums.unaccounted);
      sums.recorded.minutes += fits;
      sums.unaccounted -= fits;
      sums.overlapped += one.minutes - fits;
    }
    const displaced = facts.blocks.find((block) => block.id === one.displaced);
    return {
      id: one.id, start: one.start, minutes: one.minutes, out_of_hours: outside, place: one.place, kind: one.kind, interrupted_by: one.interrupted_by,
      text: one.text || (one.activity ? nameOf(one.activity) : "Nothing written"), activity: one.activity === null ? null : nameOf(one.activity),
      displaced: displaced ? displaced.title || nameOf(displaced.activity) : null, case_codes: codes(one.pupils), private: one.private, provisional: one.provisional,
    };
  };
  return { date, kind, hours: today, blocks: facts.blocks.filter((one) => one.date === date).sort((a, b) => a.start - b.start).map(tellBlock), entries: entries.map(tellEntry), breaks: told, sums, gaps: stretches(gap) };
}

const tellBlock = (one: Block): BlockStory => ({
  id: one.id, start: one.start, minutes: one.minutes, title: one.title || nameOf(one.activity), activity: nameOf(one.activity), place: one.place, state: one.state, case_codes: codes(one.pupils),
});

function stretches(minutes: number[]): Span[] {
  const spans: Span[] = [];
  for (const minute of minutes) {
    const last = spans.at(-1);
    if (last?.end === minute) last.end += 1;
    else spans.push({ start: minute, end: minute + 1 });
  }
  return spans;
}

function overlapsOf(date: string, entries: Entry[]) {
  const timed = entries.filter((one) => one.start !== null).sort((a, b) => a.start! - b.start!);
  return timed.flatMap((first, at) =>
    timed.slice(at + 1).flatMap((second) => {
      const span = { start: second.start!, end: Math.min(first.start! + first.minutes, second.start! + second.minutes) };
      return span.start < span.end ? [{ date, span, first: first.id, second: second.id }] : [];
    }),
  );
}

const merged = (figures: Figure[]): Figure => ({
  minutes: figures.reduce((sum, one) => sum + one.minutes, 0),
  entries: figures.flatMap((one) => one.entries),
  blocks: figures.flatMap((one) => one.blocks),
});

function add(a: Sums, b: Sums): Sums {
  const sum = (key: "contracted" | "teaching" | "breaks_taken" | "breaks_lost" | "unaccounted" | "overlapped") => a[key] + b[key];
  return {
    contracted: sum("contracted"), teaching: sum("teaching"), breaks_taken: sum("breaks_taken"), breaks_lost: sum("breaks_lost"),
    unaccounted: sum("unaccounted"), overlapped: sum("overlapped"), recorded: merged([a.recorded, b.recorded]), out_of_hours: merged([a.out_of_hours, b.out_of_hours]),
  };
}

function totalsOf(days: DayStory[], blocks: Block[], entries: Entry[]): Totals {
  const of = (kind: Entry["kind"]) => figure(entries.filter((one) => one.kind === kind), "entries");
  const flagged = (flag: "other_role" | "own_burden") => figure(entries.filter((one) => activities.find((kind) => kind.id === one.activity)?.[flag]), "entries");
  const taking = entries.filter((one) => one.kind === "interruption" || one.kind === "extra");
  const lost = days.flatMap((day) => MINUTES.filter((minute) => inside(day.hours.protected, minute)).map((minute) => taking.filter((one) => one.date === day.date && inside(spanOf(one), minute))));
  const happened = figure(entries, "entries");
  return {
    planned: figure(blocks, "blocks"), happened, as_planned: of("as_planned"), changed: of("changed"), interruptions: of("interruption"), extra: of("extra"),
    not_done: figure(blocks.filter((one) => one.state.is === "not_done"), "blocks"), open: figure(blocks.filter((one) => one.state.is === "open"), "blocks"),
    at_home: figure(entries.filter((one) => one.place === "home"), "entries"), other_role: flagged("other_role"), own_burden: flagged("own_burden"),
    protected: lost.length,
    protected_lost: { minutes: lost.filter((who) => who.length > 0).length, entries: [...new Set(lost.flat().map((one) => one.id))], blocks: [] },
    breaks_lost: days.flatMap((day) => day.breaks).reduce((sum, one) => sum + one.lost, 0),
    registered: 62,
    tenths_per_pupil: Math.round((happened.minutes - flagged("other_role").minutes) * 10 / 62),
  };
}

export function blockersOf(story: WeekStory): Blocker[] {
  const about = { weight: "blocks" as const, date: null, entries: [], blocks: [] };
  const open = story.totals.open.blocks;
  const overlaps = story.overlaps.map(({ date, span, first, second }) => ({
    ...about, code: "week.overlap", date, entries: [first, second],
    message: `Two entries both claim ${span.end - span.start} minutes. Change the time or the length of one of them.`,
  }));
  return [
    ...overlaps,
    ...(story.provisional.length ? [{ ...about, code: "week.provisional", message: `${story.provisional.length} entries still wait to be classified.`, entries: story.provisional }] : []),
    ...(open.length ? [{ ...about, code: "week.open_blocks", message: `${open.length} planned blocks have nothing said about them. Say what became of each.`, blocks: open }] : []),
    ...(story.sums.unaccounted
      ? [{ ...about, weight: "notice" as const, code: "week.unaccounted", message: `${story.sums.unaccounted} minutes of contracted time not accounted for. The week can close; the pack shows them.` }]
      : []),
  ];
}
