// The keyboard. A screen lists its shortcuts while it is shown; the sheet under `?` lists them all.
import { onDestroy } from "svelte";
import { appearance } from "./appearance.svelte";

export interface Shortcut {
  /** `mod+k`, `alt+1`, `g w` (one after the other), `p`, `?`. `mod` is Ctrl, or Command on a Mac. */
  keys: string;
  label: string;
  run: () => void;
  /** Where it is listed; the screen's name by habit. */
  group?: string;
  /** Also while typing in a field or in a dialog; for those with a modifier that must always work. */
  always?: boolean;
  /** Also while typing, though not when a dialog is open: for those with a modifier that a text field has no use for. */
  typing?: boolean;
  /** Acts again and again while it is held, as what only moves may. */
  repeats?: boolean;
  /** Kept out of the sheet, such as a second way to do the same. */
  quiet?: boolean;
  when?: () => boolean;
}

const PAUSE = 1_200;
/** What stands open over the screen and takes the keys: dialogs, menus, lists to choose from, popovers. */
const OPEN = ["[role=dialog]", "[role=menu]", "[role=listbox]", "[data-popover-content]"].map((each) => `${each}[data-state=open]`).join(", ");

// The list itself is a plain one: a component that goes away reads state as it was before the one that takes its place had added to it.
let all: readonly Shortcut[] = [];
let listed = $state.raw(all);
let pending = "";
let timer: ReturnType<typeof setTimeout> | undefined;

export const shortcuts = {
  get list(): readonly Shortcut[] {
    return listed.filter((shortcut) => !shortcut.quiet);
  },
};

/** Adds shortcuts for as long as the component lives. Call it while the component is being set up. */
export function useShortcuts(more: Shortcut[]): void {
  listed = all = [...all, ...more];
  onDestroy(() => {
    listed = all = all.filter((shortcut) => !more.includes(shortcut));
  });
}

/** Runs the shortcut that this key press is, the last added first; call it from the window's keydown. */
export function pressed(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
  const key = chord(event);
  const sequence = pending ? `${pending} ${key}` : key;
  const found = all.findLast((shortcut) => shortcut.keys === sequence && allowed(shortcut, event));
  // A key that is held down was meant once; what it would do otherwise is not done either.
  if (event.repeat && !found?.repeats) return void (found && event.preventDefault());
  clearTimeout(timer);
  pending = "";
  if (found) {
    event.preventDefault();
    found.run();
  } else if (all.some((shortcut) => shortcut.keys.startsWith(`${key} `) && allowed(shortcut, event))) {
    pending = key;
    timer = setTimeout(() => (pending = ""), PAUSE);
  }
}

/** True when nothing stands open over the screen. */
export function nothingOpen(): boolean {
  return document.querySelector(OPEN) === null;
}

/** True when a key pressed now, outside any field, is for the dialog this element is in: nothing has opened over it since. */
export function hasTheKeys(event: KeyboardEvent, element: Element | undefined): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing || isTyping(event.target)) return false;
  return [...document.querySelectorAll(OPEN)].at(-1) === element?.closest("[role=dialog]");
}

/** True when the key press belongs to what is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range"].includes(target.type);
}

function chord(event: KeyboardEvent): string {
  // Option and a digit types another character on a Mac, so the key itself is asked.
  const digit = event.altKey && /^Digit\d$/.test(event.code) ? event.code.slice(-1) : null;
  const key = digit ?? (event.key === " " ? "space" : event.key.toLowerCase());
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  const alt = event.altKey ? "alt+" : "";
  // A character such as `?` already says that Shift was held.
  const shift = event.shiftKey && (mod || alt || key.length > 1) ? "shift+" : "";
  return mod + alt + shift + key;
}

function allowed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  if (shortcut.when && !shortcut.when()) return false;
  if (shortcut.always) return true;
  if (!nothingOpen()) return false;
  if (isTyping(event.target)) return shortcut.typing === true;
  const letter = /^.( .)?$/.test(shortcut.keys);
  return !letter || appearance.letters;
}
