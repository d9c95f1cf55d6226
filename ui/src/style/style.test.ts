// Contrast is arithmetic, so the palette is held to it: text at 4.5 to 1, lines that mean something at 3 to 1.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("src/style/tokens.css", "utf8");
const blocks = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map(([, selector, body]) => ({
  selector: selector!.trim(),
  colours: Object.fromEntries([...body!.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex])),
}));
const themes = {
  light: pick(":root"),
  dark: pick(":root", ':root[data-theme="dark"]'),
  "light, more contrast": pick(":root", ':root[data-contrast="more"]'),
  "dark, more contrast": pick(":root", ':root[data-theme="dark"]', ':root[data-contrast="more"]', ':root[data-theme="dark"][data-contrast="more"]'),
};
const grounds = ["paper", "sheet", "tray"];
const text = ["ink", "ink-soft", "ink-faint", "act", "act-strong", "look", "law"];
const onTint: [string, string][] = [
  ["on-act", "act"],
  ["on-act", "act-strong"],
  ["ink", "act-soft"],
  ["ink-soft", "act-soft"],
  ["act", "act-soft"],
  ["on-look", "look-soft"],
  ["ink", "look-soft"],
  ["law", "law-soft"],
  ["ink", "law-soft"],
];

test.each(Object.entries(themes))("%s: text can be read", (_, theme) => {
  for (const ground of grounds) for (const ink of text) expect(contrast(theme, ink, ground), `${ink} on ${ground}`).toBeGreaterThan(4.5);
  for (const [ink, ground] of onTint) expect(contrast(theme, ink, ground), `${ink} on ${ground}`).toBeGreaterThan(4.5);
});

test.each(Object.entries(themes))("%s: lines that mean something can be seen", (_, theme) => {
  for (const ground of grounds) expect(contrast(theme, "line", ground), `line on ${ground}`).toBeGreaterThan(3);
});

function pick(...selectors: string[]): Record<string, string> {
  const found = selectors.map((selector) => blocks.find((block) => block.selector === selector)!.colours);
  return Object.assign({}, ...found) as Record<string, string>;
}

function contrast(theme: Record<string, string>, one: string, other: string): number {
  const [high, low] = [luminance(theme[one]!), luminance(theme[other]!)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
