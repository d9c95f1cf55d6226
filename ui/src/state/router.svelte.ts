// Which screen is shown and what it was asked to show. No address bar, no hash: nothing about a pupil is ever in one.
import type { PaperOf } from "$host";
import { onDestroy } from "svelte";

export type ScreenName = "today" | "week" | "register" | "tasks" | "packs" | "settings";
export type Params = Readonly<Record<string, string | number | boolean | readonly number[] | PaperOf>>;
export interface Place {
  screen: ScreenName;
  params: Params;
}

/** Asked before the place changes. False holds it; calling `leave` later goes on. */
export type Guard = (leave: () => void) => boolean;

const FAR_BACK = 50;

let place = $state.raw<Place>({ screen: "today", params: {} });
const before: Place[] = [];
let guard: { ask: Guard; lives: boolean } | null = null;

export const route = {
  get screen() {
    return place.screen;
  },
  get params() {
    return place.params;
  },
};

/** Goes to a screen, asking it to show something in particular. */
export function go(screen: ScreenName, params: Params = {}): void {
  if (held(() => go(screen, params))) return;
  before.push(place);
  if (before.length > FAR_BACK) before.shift();
  place = { screen, params };
}

/** Leaves where one is for something that is no place, asking as `go` does. */
export function leave(then: () => void): void {
  if (!held(then)) then();
}

/** Shows something in place of what is shown, which has gone: Back does not lead there, and no form is asked. */
export function instead(screen: ScreenName, params: Params = {}): void {
  place = { screen, params };
}

/** Goes back to where one was; false when there is nowhere. */
export function back(): boolean {
  if (before.length > 0 && held(() => void back())) return true;
  const last = before.pop();
  if (!last) return false;
  place = last;
  return true;
}

/** Asks before leaving for as long as the component lives, as a form with changes not yet saved does. Locking never asks. */
export function useGuard(ask: Guard): void {
  const own = { ask, lives: true };
  guard = own;
  onDestroy(() => {
    own.lives = false;
    if (guard === own) guard = null;
  });
}

/** Goes back to Today with nothing remembered, as when another daybook is opened. */
export function startAfresh(): void {
  before.length = 0;
  place = { screen: "today", params: {} };
}

/** Forgets what was shown, as on lock: parameters may name a pupil's record. The screen itself is remembered. */
export function forget(): void {
  before.length = 0;
  place = { screen: place.screen, params: {} };
}

function held(again: () => void): boolean {
  if (!guard) return false;
  const asked = guard;
  return !asked.ask(() => {
    if (guard === asked) guard = null;
    again();
    // The place may be the one that was left, and its form still be there to be asked next time.
    if (asked.lives) guard ??= asked;
  });
}
