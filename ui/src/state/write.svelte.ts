// The way every screen changes something: ask the core, tell the other screens, remember what can be undone, say so.
import { asFault, call, type Args, type Changed, type CommandName, type Result, type UndoState } from "$host";
import { announce } from "./reload.svelte";
import { toast } from "./toasts.svelte";

/** Commands that answer with a `Changed`. */
export type WriteName = { [C in CommandName]: Result<C> extends Changed<unknown> ? C : never }[CommandName];
type Value<C extends WriteName> = Result<C> extends Changed<infer T> ? T : never;

let undoLabel = $state<string | null>(null);
let redoLabel = $state<string | null>(null);

/** What undo and redo would do now, in the core's words; null when there is nothing. */
export const history = {
  get undo() {
    return undoLabel;
  },
  get redo() {
    return redoLabel;
  },
};

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
export const undo = () => step("undo", undoLabel, "Undone");
/** Does again what was last taken back. */
export const redo = () => step("redo", redoLabel, "Done again");

/** Takes over what the core says can be undone: after opening a daybook, since undo survives a restart. */
export function takeHistory(state: UndoState): void {
  undoLabel = state.undo;
  redoLabel = state.redo;
}

async function step(name: "undo" | "redo", label: string | null, word: string): Promise<void> {
  if (label === null) return;
  try {
    const result = await call(name, {});
    announce(result.changed);
    takeHistory(result.value);
    const other = name === "undo" ? { label: "Redo", run: () => void redo() } : { label: "Undo", run: () => void undo() };
    toast(`${word}: ${label}`, { action: other });
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
  }
}
