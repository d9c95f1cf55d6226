// The way every screen changes something: ask the core, tell the other screens, remember what can be undone, say so.
import { asFault, call, type Args, type Changed, type CommandName, type Result, type UndoState } from "$host";
import { announce } from "./reload.svelte";
import { leave } from "./router.svelte";
import { toast } from "./toasts.svelte";
import { onDestroy } from "svelte";

/** Commands that answer with a `Changed`. */
export type WriteName = { [C in CommandName]: Result<C> extends Changed<unknown> ? C : never }[CommandName];
type Value<C extends WriteName> = Result<C> extends Changed<infer T> ? T : never;

let undoLabel = $state<string | null>(null);
let redoLabel = $state<string | null>(null);
// Which operations stand, and which were taken back, by numbers of our own: labels are shared by operations of one kind.
let standing = $state.raw<readonly number[]>([]);
let takenBack: readonly number[] = [];
let next = 1;
// What was done on the screen and is written a moment later; it comes before anything that reckons with what is written.
let unwritten: readonly (() => Promise<void>)[] = [];
// Steps through the history follow each other, however fast the keys are pressed.
let steps: Promise<void> = Promise.resolve();

/** What undo and redo would do now, in the core's words; null when there is nothing. */
export const history = {
  get undo() {
    return undoLabel;
  },
  get redo() {
    return redoLabel;
  },
  /** The number of the operation that undo would take back, as far as it was done since the window opened. */
  get last() {
    return standing.at(-1) ?? null;
  },
  /** Whether an operation stands: it was done, and not taken back. */
  stands: (operation: number) => standing.includes(operation),
};

/** Has this called before undo, redo and lock, for as long as the component lives: it writes down what waits to be written. */
export function useFlush(flush: () => Promise<void>): void {
  unwritten = [...unwritten, flush];
  onDestroy(() => {
    unwritten = unwritten.filter((one) => one !== flush);
  });
}

/** Writes down everything that waits. What cannot be written keeps nobody from going on, least of all from locking. */
export async function flushAll(): Promise<void> {
  for (const flush of unwritten) await flush().catch(() => {});
}

/**
 * Runs a write and returns its value. Rejects with the `Fault`, for forms that show it beside a field.
 * `said` is the notice to show; without it the notice names the operation; `null` shows none.
 */
export async function write<C extends WriteName>(name: C, args: Args<C>, said?: string | null): Promise<Value<C>> {
  const result = (await call(name, args)) as Changed<Value<C>>;
  announce(result.changed);
  if (result.undo !== null) {
    undoLabel = result.undo;
    redoLabel = null;
    standing = [...standing, next++];
    takenBack = [];
    const text = said === undefined ? result.undo : said;
    if (text !== null) toast(text, { action: { label: "Undo", run: () => void undo() } });
  }
  return result.value;
}

/** As `write`, for a button with no form: a fault becomes a notice and the answer is undefined. */
export async function attempt<C extends WriteName>(name: C, args: Args<C>, said?: string | null): Promise<Value<C> | undefined> {
  try {
    return await write(name, args, said);
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
    return undefined;
  }
}

/** Takes back the last operation. */
export const undo = () => step("undo");
/** Does again what was last taken back. */
export const redo = () => step("redo");

/** Takes over what the core says can be undone: after opening a daybook, since undo survives a restart. */
export function takeHistory(state: UndoState): void {
  undoLabel = state.undo;
  redoLabel = state.redo;
}

function step(name: "undo" | "redo", stay = true): Promise<void> {
  steps = steps.then(() => go(name, stay));
  return steps;
}

async function go(name: "undo" | "redo", stay: boolean): Promise<void> {
  await flushAll();
  const back = name === "undo";
  const label = back ? undoLabel : redoLabel;
  if (label === null) return;
  try {
    const result = await call(name, { stay });
    announce(result.changed);
    takeHistory(result.value);
    turn(back);
    const other = back ? { label: "Redo", run: () => void redo() } : { label: "Undo", run: () => void undo() };
    toast(`${back ? "Undone" : "Done again"}: ${label}`, { action: other });
  } catch (thrown) {
    const fault = asFault(thrown);
    // It leads to another school: what is open on the screen is asked about first, as when one goes there.
    // What was saved on the way is the newest step by then, and not the one that was asked for.
    const newest = () => (back ? standing : takenBack).at(-1);
    const before = newest();
    if (stay && fault.code === "undo.leads_away") leave(() => void (newest() === before && step(name, false)));
    else toast(fault.message, { tone: "fault" });
  }
}

function turn(back: boolean): void {
  const [from, to] = back ? [standing, takenBack] : [takenBack, standing];
  // One that was done before the window opened has no number yet.
  const after = [from.slice(0, -1), [...to, from.at(-1) ?? next++]] as const;
  [standing, takenBack] = back ? after : [after[1], after[0]];
}
