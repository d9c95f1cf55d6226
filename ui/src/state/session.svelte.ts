// Whether a daybook is open, which one, and what day the core says it is.
import { call, type SessionView } from "$host";
import { takeAppearance } from "./appearance.svelte";
import { announce } from "./reload.svelte";
import { forget, startAfresh } from "./router.svelte";
import { takeHistory } from "./write.svelte";

let current = $state.raw<SessionView | null>(null);

export const session = {
  /** Null until the core has answered for the first time. */
  get current() {
    return current;
  },
  get open() {
    return current?.state === "open";
  },
  /** The ISO date the core calls today; empty before it has answered. */
  get today() {
    return current?.today ?? "";
  },
};

/** Asks the core where things stand: at the start, after midnight, when the school's name has changed. */
export async function refreshSession(): Promise<void> {
  enter(await call("session", {}));
}

/** Takes over a session that a command has just returned, such as making or opening a daybook. */
export function enter(next: SessionView): void {
  const last = current;
  current = next;
  takeAppearance(next.appearance);
  takeHistory(next.undo);
  if (next.state !== "open") forget();
  if (last && last.vault?.folder !== next.vault?.folder) startAfresh();
  // Whatever the screens showed before is out of date.
  if (next.state === "open" && last?.state !== "open") announce(["*"]);
}

/** Locks the daybook; the core forgets its key, and the screens what they showed. */
export async function lock(): Promise<void> {
  enter(await call("vault_lock", {}));
}
