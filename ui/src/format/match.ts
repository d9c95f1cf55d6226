// Finding by typed words, without minding accents or capitals.

/** True when every typed word begins a word of the text: `zo bak` finds `Zoë Baker`. Nothing typed finds everything. */
export function fits(query: string, text: string): boolean {
  const words = plain(text).split(/[\s’'-]+/);
  return plain(query)
    .split(/\s+/)
    .every((typed) => words.some((word) => word.startsWith(typed)) || plain(text).startsWith(typed));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
