// How the window looks. The core keeps it beside the daybooks, so that the lock screen is readable too.
import { call, type Appearance } from "$host";

let chosen = $state.raw<Appearance>({ theme: "system", high_contrast: false, text_size: 100, register_columns: [], grid: 15 });
let letters = $state(true);

export const appearance = {
  get current(): Readonly<Appearance> {
    return chosen;
  },
  /** Whether single letters act as shortcuts; they can be turned off (WCAG 2.1.4). */
  get letters() {
    return letters;
  },
};

/** Changes some of it, shows it at once and has it kept. Rejects with a `Fault` when it could not be kept. */
export async function setAppearance(change: Partial<Appearance>): Promise<void> {
  takeAppearance({ ...chosen, ...change });
  takeAppearance(await call("appearance_save", chosen));
}

/** Shows what the core has kept. */
export function takeAppearance(kept: Appearance): void {
  chosen = kept;
  show();
}

/** Turns single-letter shortcuts on or off until the window closes. */
export function setLetters(on: boolean): void {
  letters = on;
}

/** Follows what the system asks for, from now on. */
export function followSystem(): void {
  for (const query of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) {
    matchMedia(query).addEventListener("change", show);
  }
  show();
}

function show(): void {
  const root = document.documentElement;
  const dark = chosen.theme === "system" ? matchMedia("(prefers-color-scheme: dark)").matches : chosen.theme === "dark";
  root.dataset.theme = dark ? "dark" : "light";
  root.dataset.contrast = chosen.high_contrast || matchMedia("(prefers-contrast: more)").matches ? "more" : "normal";
  root.style.fontSize = `${chosen.text_size}%`;
}
