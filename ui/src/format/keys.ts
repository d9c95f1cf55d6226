// How a shortcut is written for the person at this keyboard.

const NAMES: Record<string, string> = {
  mod: "Ctrl",
  shift: "Shift",
  alt: "Alt",
  space: "Space",
  enter: "Enter",
  escape: "Esc",
  arrowup: "↑",
  arrowdown: "↓",
  arrowleft: "←",
  arrowright: "→",
  delete: "Del",
};
const APPLE: Record<string, string> = { mod: "⌘", alt: "⌥", shift: "⇧" };

/** The caps to draw for a shortcut: `mod+shift+z` is `["Ctrl", "Shift", "Z"]`; steps of a sequence are divided by `then`. */
export function keyCaps(keys: string, apple = false): string[] {
  return keys.split(" ").flatMap((step, index) => {
    const caps = step.split("+").map((key) => (apple && APPLE[key]) || NAMES[key] || key.toUpperCase());
    return index === 0 ? caps : ["then", ...caps];
  });
}

/** One line for a tooltip: `Ctrl+Shift+Z`, `G then W`. */
export function keyText(keys: string, apple = false): string {
  return keyCaps(keys, apple).join(" ").replace(/ (?!then\b)/g, "+").replaceAll("+then+", " then ").replaceAll(" then+", " then ");
}
