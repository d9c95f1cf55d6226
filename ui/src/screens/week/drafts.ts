// Blocks and entries before they are written: what a form begins with, and what it hands to the core.
import type { Block, BlockDetails, EntryDetails } from "$host";
import type { Slot } from "./book";

export const DAY = 24 * 60;

/** A block still without a kind of work. */
export type BlockDraft = Omit<BlockDetails, "activity"> & { activity: number | null };

export function blankBlock(slot: Slot): BlockDraft {
  return { ...slot, title: "", activity: null, place: "school", pupils: [] };
}

export function blankEntry(date: string, start: number | null, minutes: number): EntryDetails {
  return {
    date,
    start,
    minutes,
    text: "",
    activity: null,
    place: "school",
    kind: "extra",
    block: null,
    interrupted_by: null,
    displaced: null,
    pupils: [],
    private: false,
    provisional: false,
  };
}

/** What really happened with a block, as a form begins: the plan's own words, to be corrected. */
export function changedFrom({ id, date, start, minutes, title, activity, place, pupils }: Block): EntryDetails {
  return { ...blankEntry(date, start, minutes), text: title, activity, place, pupils: [...pupils], kind: "changed", block: id };
}

/** An entry that is there already, as a form begins. */
export function detailsOf<T extends EntryDetails>({ date, start, minutes, text, activity, place, kind, block, interrupted_by, displaced, pupils, private: own, provisional }: T): EntryDetails {
  return { date, start, minutes, text, activity, place, kind, block, interrupted_by, displaced, pupils: [...pupils], private: own, provisional };
}

/**
 * What is handed to the core: an entry without a kind of work waits to be classified; one that follows the plan at another
 * time or length has changed; only an interruption has somebody who interrupted.
 */
export function settled(draft: EntryDetails, blocks: readonly Block[]): EntryDetails {
  const planned = blocks.find((block) => block.id === draft.block);
  const follows = draft.kind === "as_planned" || draft.kind === "changed";
  const moved = planned !== undefined && (planned.date !== draft.date || planned.start !== draft.start || planned.minutes !== draft.minutes);
  return {
    ...draft,
    kind: draft.kind === "as_planned" && moved ? "changed" : draft.kind,
    block: follows ? draft.block : null,
    interrupted_by: draft.kind === "interruption" ? draft.interrupted_by : null,
    displaced: follows ? null : draft.displaced,
    provisional: draft.activity === null,
  };
}

/** Blocks an entry can have pushed out: of its day, and nothing else said of them. */
export function displaceable(draft: Pick<EntryDetails, "date" | "displaced">, blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => block.date === draft.date && (block.state.is === "open" || block.state.is === "not_done" || block.id === draft.displaced));
}

/** The block that was to run while this happened, if nothing is said of it yet: it may well have been pushed out. */
export function runningThen(draft: Pick<EntryDetails, "date" | "start" | "minutes" | "displaced">, blocks: readonly Block[]): Block | undefined {
  const { start, minutes, displaced } = draft;
  if (start === null || displaced !== null) return undefined;
  const shared = (block: Block) => Math.min(start + minutes, block.start + block.minutes) - Math.max(start, block.start);
  const open = displaceable(draft, blocks).filter((block) => block.state.is === "open" && shared(block) > 0);
  return open.sort((a, b) => shared(b) - shared(a))[0];
}

/** The draft on another day. What it had pushed out was of the day before, so that is no longer said. */
export function onDay<T extends Pick<EntryDetails, "date" | "displaced">>(draft: T, date: string, blocks: readonly Block[]): T {
  const moved = { ...draft, date };
  return displaceable(moved, blocks).some((block) => block.id === draft.displaced) ? moved : { ...moved, displaced: null };
}

/** The fields of an entry that are on the page, where a fault about one of them stands. */
export function fieldsShown({ kind, date, displaced }: EntryDetails, blocks: readonly Block[]): string[] {
  const always = ["text", "activity", "date", "start", "minutes", "pupils"];
  if (kind === "as_planned" || kind === "changed") return [...always, "block"];
  const pushed = displaceable({ date, displaced }, blocks).length > 0 ? ["displaced"] : [];
  return [...always, ...pushed, ...(kind === "interruption" ? ["interrupted_by"] : [])];
}
