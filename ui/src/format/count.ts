// Numbers and plurals. Knows nothing of screens.

/** A whole number with thousands separated by commas: `2,000`. */
export function number(value: number): string {
  const sign = value < 0 ? "−" : "";
  return sign + String(Math.abs(Math.round(value))).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A count with its noun: `1 entry`, `3 entries`, `2,000 pupils`. */
export function plural(count: number, one: string, many: string = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** A list read as a sentence: `Ada`, `Ada and Ben`, `Ada, Ben and Cy`; with another word, `Ada, Ben or Cy`. */
export function sentenceList(items: readonly string[], word: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${word} ${items[items.length - 1]}`;
}

/** A length of file in words: `512 bytes`, `20 KB`, `3.4 MB`, `12 GB`; thousands, as the system counts them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return plural(bytes, "byte");
  const at = Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** at;
  const short = value < 10 && at > 1 ? String(Math.round(value * 10) / 10) : number(value);
  return `${short} ${["", "KB", "MB", "GB"][at]}`;
}
