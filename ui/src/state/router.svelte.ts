// Which screen is shown and what it was asked to show. No address bar, no hash: nothing about a pupil is ever in one.

export type ScreenName = "today" | "week" | "register" | "packs" | "settings";
export type Params = Readonly<Record<string, string | number | boolean | readonly number[]>>;
export interface Place {
  screen: ScreenName;
  params: Params;
}

const FAR_BACK = 50;

let place = $state.raw<Place>({ screen: "today", params: {} });
const before: Place[] = [];

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
  before.push(place);
  if (before.length > FAR_BACK) before.shift();
  place = { screen, params };
}

/** Goes back to where one was; false when there is nowhere. */
export function back(): boolean {
  const last = before.pop();
  if (!last) return false;
  place = last;
  return true;
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
