// Whether a daybook is open, which one, and what day the core says it is.
import { call, type SessionView } from "$host";
import { untrack } from "svelte";
import { flushDrafts, forgetDrafts } from "./drafts.svelte";
import { takeAppearance } from "./appearance.svelte";
import { announce, timesChanged } from "./reload.svelte";
import { forget, startAfresh } from "./router.svelte";
import { isTyping, nothingOpen } from "./shortcuts.svelte";
import { dismissAll } from "./toasts.svelte";
import { flushAll, takeHistory } from "./write.svelte";

const MINUTE = 60_000;

let current = $state.raw<SessionView | null>(null);
let openings = $state(0);
let moves = $state(0);

export const session = {
  /** Null until the core has answered for the first time. */
  get current() {
    return current;
  },
  get open() {
    return current?.state === "open";
  },
  /** How often a daybook has been opened since the window was: what is put away until the next opening remembers it. */
  get openings() {
    return openings;
  },
  /** How often another school was gone to: what was begun in the last one is of no use in it. */
  get moves() {
    return moves;
  },
  /** The ISO date the core calls today; empty before it has answered. */
  get today() {
    return current?.today ?? "";
  },
};

/** Asks the core where things stand: at the start, as time goes by, when the school's name has changed. */
export async function refreshSession(): Promise<void> {
  enter(await call("session", {}));
}

/** Keeps in step with the clock and with the school's name, for as long as the component lives. */
export function keepUp(): void {
  $effect(() => {
    const timer = setInterval(() => void tick(), MINUTE);
    const seen = () => document.visibilityState === "visible" && void tick();
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  });
  // A setting says which school is in sight.
  const told = () => timesChanged("school") + timesChanged("setting");
  let times = untrack(told);
  $effect(() => {
    const now = told();
    // What cannot be asked now is asked within the minute.
    if (now !== times) untrack(() => void refreshSession().catch(() => {}));
    times = now;
  });
}

/** A minute has passed. What is being typed or stands open is not disturbed; it is asked again a minute later. */
async function tick(): Promise<void> {
  if (!session.open || isTyping(document.activeElement) || !nothingOpen()) return;
  const day = session.today;
  await refreshSession().catch(() => {});
  if (session.open && session.today !== day) announce(["*"]);
}

/** Takes over a session that a command has just returned, such as making or opening a daybook. */
export function enter(next: SessionView): void {
  const last = current;
  current = next;
  takeAppearance(next.appearance);
  takeHistory(next.undo);
  const other = last !== null && last.vault?.folder !== next.vault?.folder;
  const elsewhere = !other && last !== null && last.school !== null && next.school !== null && last.school.id !== next.school.id;
  if (next.state !== "open") forget();
  if (other || elsewhere) startAfresh();
  // Notices tell what is in a daybook, and their Undo would act on another.
  if (next.state !== "open" || other) dismissAll();
  // So that forms that go now let nothing go: what was typed stays in the daybook.
  if (next.state !== "open" || other || elsewhere) forgetDrafts();
  if (next.state === "open" && (last?.state !== "open" || other)) {
    openings += 1;
    // Whatever the screens showed before is out of date.
    announce(["*"]);
  } else if (elsewhere) {
    moves += 1;
    announce(["*"]);
  }
}

/** Takes over a daybook that was put back from a backup: nothing shown before holds any more, though it may be the same folder. */
export function reopened(next: SessionView): void {
  enter(next);
  startAfresh();
  dismissAll();
  forgetDrafts();
  announce(["*"]);
}

/** Locks the daybook; the core forgets its key, and the screens what they showed. */
export async function lock(): Promise<void> {
  await flushAll();
  await flushDrafts();
  enter(await call("vault_lock", {}));
}
