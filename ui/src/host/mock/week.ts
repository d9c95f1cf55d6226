// The week, the day, and everything written into them.
import { addDays, daysBetween, mondayOf } from "../../format/dates";
import type { Answers } from "../mock";
import type { BlockState, Changed, EntryDetails, Fault, Noun } from "../types";
import * as start from "./week/data";
import { blockersOf, tell, type Facts } from "./week/story";

interface State {
  weeks: typeof start.weeks;
  blocks: typeof start.blocks;
  entries: typeof start.entries;
  marks: typeof start.breaks;
}
interface Step {
  label: string;
  before: State;
  after: State;
}

const TODAY = "2026-11-04";
const NOW = 9 * 60 + 40;
const fault = (code: string, message: string, field: string | null = null): Fault => ({ code, message, field });

export function answers(): Answers {
  let state: State = structuredClone({ weeks: start.weeks, blocks: start.blocks, entries: start.entries, marks: start.breaks });
  const done: Step[] = [];
  const undone: Step[] = [];
  let nextId = 1000;

  function write<T>(label: string, changed: Noun[], change: () => T): Changed<T> {
    const before = structuredClone(state);
    const value = change();
    done.push({ label, before, after: structuredClone(state) });
    undone.length = 0;
    return { value, changed, undo: label };
  }
  const history = () => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null });
  function step(from: Step[], to: Step[], side: "before" | "after") {
    const one = from.pop();
    if (one) {
      to.push(one);
      state = structuredClone(one[side]);
    }
    return { value: history(), changed: ["week", "block", "entry", "break"] as Noun[], undo: null };
  }

  const weekOf = (date: string) => state.weeks.find((one) => one.monday === mondayOf(date)) ?? { monday: mondayOf(date), frozen_at: null, closed_at: null };
  const setWeek = (date: string, change: object) => {
    state.weeks = [...state.weeks.filter((one) => one.monday !== mondayOf(date)), { ...weekOf(date), ...change }];
  };
  const facts = (date: string): Facts => ({ week: weekOf(date), blocks: state.blocks, entries: state.entries, marks: state.marks });
  const thaw = (date: string) => {
    if (weekOf(date).frozen_at) throw fault("block.frozen", "The plan of that week is frozen, so it stays as it was. Nothing was changed; write down what happened instead.");
  };
  const blockOf = (id: number) => state.blocks.find((one) => one.id === id)!;
  const setState = (id: number, is: BlockState) => (state.blocks = state.blocks.map((one) => (one.id === id ? { ...one, state: is } : one)));
  function sayOfPlan(details: EntryDetails) {
    if (details.block !== null) setState(details.block, { is: details.kind === "as_planned" ? "as_planned" : "changed" });
    if (details.displaced !== null && blockOf(details.displaced).state.is === "open") setState(details.displaced, { is: "not_done", why: "", still_needed: true });
  }
  function checked(details: EntryDetails) {
    if (!details.minutes) throw fault("time.empty", "A length of time must be at least one minute. Nothing was changed.", "minutes");
    if (!details.provisional && details.activity === null) throw fault("entry.no_activity", "Choose the kind of work, or leave the entry to be classified later.", "activity");
    return details;
  }
  const insert = (details: EntryDetails) => {
    const id = nextId++;
    state.entries = [...state.entries, { id, ...details }];
    sayOfPlan(details);
    return id;
  };
  const named = (ids: number[]) => start.people.filter((one) => ids.includes(one.id));

  return {
    week: ({ date }) => {
      const story = tell(facts(date));
      const shown = (one: { date: string }) => mondayOf(one.date) === story.week.monday;
      const [blocks, entries] = [state.blocks.filter(shown), state.entries.filter(shown)];
      return { story, blocks, entries, activities: start.activities, pupils: named([...blocks, ...entries].flatMap((one) => one.pupils)), blockers: blockersOf(story) };
    },
    day: ({ date }) => {
      const day = tell(facts(date)).days.find((one) => one.date === date)!;
      const blocks = state.blocks.filter((one) => one.date === date);
      const open = blocks.filter((one) => one.state.is === "open");
      return {
        day, frozen: !!weekOf(date).frozen_at, closed: !!weekOf(date).closed_at, now: date === TODAY ? NOW : null,
        current: open.find((one) => one.start <= NOW && NOW < one.start + one.minutes)?.id ?? null,
        next: open.filter((one) => one.start > NOW).sort((a, b) => a.start - b.start)[0]?.id ?? null,
        blocks, entries: state.entries.filter((one) => one.date === date), waiting: state.entries.filter((one) => one.provisional).reverse(),
        activities: start.activities, pupils: start.people,
      };
    },
    activities: () => start.activities,
    week_copy: ({ from, into }) => {
      const shift = daysBetween(mondayOf(from), mondayOf(into));
      const copies = state.blocks.filter((one) => mondayOf(one.date) === mondayOf(from)).map((one) => ({ ...one, id: nextId++, date: addDays(one.date, shift), state: { is: "open" as const } }));
      if (copies.length === 0) throw fault("week.nothing_to_copy", "That week has no plan that this one lacks. Nothing was copied.", "from");
      return write("Plan copied", ["block", "week"], () => ((state.blocks = [...state.blocks, ...copies]), copies.length));
    },
    week_freeze: ({ date }) => write("Week frozen", ["week", "block"], () => (setWeek(date, { frozen_at: `${TODAY}T09:40:00` }), null)),
    week_close: ({ date }) => {
      const stop = blockersOf(tell(facts(date))).find((one) => one.weight === "blocks");
      if (stop) throw fault(stop.code, stop.message);
      return write("Week closed", ["week"], () => (setWeek(date, { closed_at: `${TODAY}T16:20:00` }), null));
    },
    block_add: ({ details }) => (thaw(details.date), write("Block added to the plan", ["block"], () => ((state.blocks = [...state.blocks, { id: nextId++, ...details, state: { is: "open" } }]), nextId - 1))),
    block_save: ({ block, details }) => (thaw(details.date), write("Block changed", ["block"], () => ((state.blocks = state.blocks.map((one) => (one.id === block ? { ...one, ...details } : one))), null))),
    block_remove: ({ block }) => (thaw(blockOf(block).date), write("Block taken out of the plan", ["block"], () => ((state.blocks = state.blocks.filter((one) => one.id !== block)), null))),
    block_as_planned: ({ block }) => {
      const one = blockOf(block);
      if (one.state.is !== "open") throw fault("block.spoken", "What became of this block has been said already. Take that back first; nothing was changed.");
      const { date, start: begins, minutes, title, activity, place, pupils } = one;
      return write("Block went as planned", ["block", "entry"], () =>
        insert({ date, start: begins, minutes, text: title, activity, place, kind: "as_planned", block, interrupted_by: null, displaced: null, pupils, private: false, provisional: false }),
      );
    },
    block_not_done: ({ block, why, still_needed }) => write("Block marked as not done", ["block"], () => (setState(block, { is: "not_done", why, still_needed }), null)),
    block_reopen: ({ block }) =>
      write("Block is open again", ["block", "entry"], () => ((state.entries = state.entries.filter((one) => one.block !== block)), setState(block, { is: "open" }), null)),
    entry_add: ({ details }) => (checked(details), write("Entry written", ["entry", "block"], () => insert(details))),
    entry_save: ({ entry, details }) => (checked(details), write("Entry changed", ["entry", "block"], () => ((state.entries = state.entries.map((one) => (one.id === entry ? { id: entry, ...details } : one))), sayOfPlan(details), null))),
    entry_remove: ({ entry }) =>
      write("Entry taken away", ["entry", "block"], () => {
        const gone = state.entries.find((one) => one.id === entry)!;
        state.entries = state.entries.filter((one) => one.id !== entry);
        if (gone.block !== null) setState(gone.block, { is: "open" });
        return null;
      }),
    overlap_settle: ({ keep, trim }) => {
      const [kept, cut] = [state.entries.find((one) => one.id === keep)!, state.entries.find((one) => one.id === trim)!];
      const [from, to] = [kept.start!, kept.start! + kept.minutes];
      const head = { start: cut.start!, minutes: Math.max(0, from - cut.start!) };
      const tail = { start: to, minutes: Math.max(0, cut.start! + cut.minutes - to) };
      const left = [head, tail].filter((one) => one.minutes > 0);
      if (left.length === 0) throw fault("overlap.covered", "The other entry covers this one altogether, so nothing would be left of it. Nothing was changed; keep this one, or take it away.");
      return write("Overlap settled", ["entry"], () => ((state.entries = state.entries.map((one) => (one.id === trim ? { ...one, ...left[0]! } : one))), null));
    },
    break_mark: ({ mark }) => write("Break marked", ["break"], () => ((state.marks = [...state.marks.filter((one) => one.date !== mark.date || one.name !== mark.name), mark]), null)),
    break_clear: ({ date, name }) => write("Break mark taken back", ["break"], () => ((state.marks = state.marks.filter((one) => one.date !== date || one.name !== name)), null)),
    undo: () => step(done, undone, "before"),
    redo: () => step(undone, done, "after"),
    capture_read: ({ line, minutes }) => {
      const captured = read(line);
      const begins = NOW - (captured.minutes ?? minutes ?? 5);
      const then = state.blocks.filter((one) => one.date === TODAY && one.state.is === "open" && one.start < NOW && one.start + one.minutes > begins);
      const work = (id: number) => start.activities.find((one) => one.id === id)?.name ?? "";
      return { captured, pupils: found(line), planned: then.map((one) => ({ block: one.id, title: one.title, work: work(one.activity), start: one.start, minutes: one.minutes })) };
    },
    capture: ({ line, minutes, pupils, displaced }) => {
      if (!line.trim()) throw fault("capture.empty", "Write a few words about what it was. Nothing was captured.", "line");
      const captured = read(line);
      const long = captured.minutes ?? minutes ?? 5;
      const sole = found(line);
      return write("Line captured", ["entry"], () =>
        insert({
          date: TODAY, start: NOW - long, minutes: long, text: captured.text, activity: null, place: captured.place, kind: captured.kind, block: null,
          interrupted_by: captured.who, displaced: displaced ?? null, pupils: pupils ?? (sole.length === 1 ? sole.map((one) => one.id) : []), private: captured.private, provisional: true,
        }),
      );
    },
  };
}

function read(line: string) {
  const typed = /^(\d+)\s*m(in)?\b/.exec(line);
  const who = /(Mrs|Mr|Miss|Ms|Dr) \w+/.exec(line)?.[0] ?? null;
  const way = /phone|email|door/.exec(line)?.[0] ?? null;
  const text = line.replace(/^\d+\s*m(in)?\s*/, "");
  return { minutes: typed ? Number(typed[1]) : null, start: null, who, way, about: text, place: "school" as const, private: /private/.test(line), kind: "interruption" as const, missed_break: /(no|missed) (lunch|break)/.exec(line)?.[2] ?? null, text };
}

const found = (line: string) => start.people.filter((one) => new RegExp(`\\b${one.forename}`, "i").test(line));
