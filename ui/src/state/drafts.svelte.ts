// What is being typed and not saved. The core keeps it inside the daybook, so that a lock in the middle of a word loses nothing; it is offered back
// in the form it was typed in.
import { call } from "$host";
import { onDestroy, untrack } from "svelte";

const PAUSE = 600;

/** What was left when the daybook locked, by the name its form gives it, until that form is shown again. */
let left = $state.raw<Readonly<Record<string, unknown>>>({});
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody shows what waits
const waiting = new Map<string, { value: unknown; timer: ReturnType<typeof setTimeout> }>();
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nor what was sent
const sent = new Map<string, string>();

export const drafts = {
  /** The names of what was left and is not in its form again yet. */
  get left(): readonly string[] {
    return Object.keys(left);
  },
};

export interface KeptDraft {
  /** True where what was typed before the lock is in the form again. */
  readonly back: boolean;
  /** That has been seen: the word about it goes. */
  seen(): void;
}

/**
 * Keeps what is typed in a form, for as long as the component lives. `now` gives it, or null while nothing is unsaved; `put` fills the form with what
 * was left. An empty name keeps nothing. Leaving the form lets it go; locking keeps it.
 */
export function keepDraft<T>(name: () => string, now: () => T | null, put: (value: T) => void): KeptDraft {
  let back = $state(false);
  let offered = "";
  let last = "";
  $effect(() => {
    const key = name();
    const found = left[key];
    // Once, and never over something newer.
    if (found === undefined || offered === key) return;
    untrack(() => {
      if (now() !== null) return;
      offered = key;
      put(found as T);
      back = true;
      sent.set(key, JSON.stringify(found));
      forgetOne(key);
    });
  });
  $effect(() => {
    const key = name();
    const value = now();
    const text = JSON.stringify(value);
    untrack(() => {
      // Under another name something else is typed; what the last one kept is done with.
      if (last !== key && last !== "") plan(last, "null", 0);
      last = key;
      if (key !== "") plan(key, text);
    });
    if (value === null) untrack(() => (back = false));
  });
  // Left by hand, it is let go; a lock has forgotten on this side what was sent, and so it stays.
  onDestroy(() => void plan(untrack(name), "null", 0));
  return {
    get back() {
      return back;
    },
    seen: () => void (back = false),
  };
}

/** Reads what was left, as a daybook opens. */
export async function readDrafts(): Promise<void> {
  left = await call("drafts", {}).catch(() => ({}));
}

/** Lets one go that nobody wants back. */
export async function discardDraft(key: string): Promise<void> {
  forgetOne(key);
  await call("draft_keep", { key, value: null }).catch(() => {});
}

/** Keeps at once what is still waiting for a pause in the typing. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...waiting.keys()].map(send));
}

/** Forgets all of it on this side, as when the daybook has locked. */
export function forgetDrafts(): void {
  for (const { timer } of waiting.values()) clearTimeout(timer);
  waiting.clear();
  sent.clear();
  left = {};
}

function plan(key: string, text: string, pause = PAUSE): void {
  const before = waiting.get(key);
  clearTimeout(before?.timer);
  waiting.delete(key);
  // What was left and is not shown yet is not to be dropped by a form that is still empty.
  if (text === (sent.get(key) ?? "null")) return;
  waiting.set(key, { value: JSON.parse(text), timer: setTimeout(() => void send(key), pause) });
}

async function send(key: string): Promise<void> {
  const next = waiting.get(key);
  if (!next) return;
  clearTimeout(next.timer);
  waiting.delete(key);
  const text = JSON.stringify(next.value);
  if (next.value === null) sent.delete(key);
  else sent.set(key, text);
  // A draft that cannot be kept must not get in the way of the typing.
  await call("draft_keep", { key, value: next.value }).catch(() => {});
}

function forgetOne(key: string): void {
  left = Object.fromEntries(Object.entries(left).filter(([name]) => name !== key));
}
