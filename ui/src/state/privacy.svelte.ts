// The privacy screen: while it is on, no name and nothing that was written about anybody is on the page, so that somebody may look on. Case codes stay.
// It is remembered until the window closes, through locking too.
import { dismissAll } from "./toasts.svelte";

let on = $state(false);

export const privacy = {
  get on() {
    return on;
  },
};

/** Turns it on or off; without an argument, the other way. */
export function turnPrivacy(to = !on): void {
  on = to;
  // Notices already there may say what was written.
  if (on) dismissAll();
}

/** What may be said or shown: the words themselves, or `instead` while they are hidden. Nothing stays nothing. */
export function hush(words: string, instead = "hidden"): string {
  return on && words.trim() !== "" ? instead : words;
}

/** As many bars as there were letters, so that nothing on the page moves. */
export function bars(words: string): string {
  return words.replace(/\S/gu, "n");
}
