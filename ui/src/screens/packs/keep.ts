// Words that look like a pupil's name and are printed as they stand, because she said that they are none.

/** Whether this word is among those kept, without minding capitals or spaces around it. */
export function isKept(kept: readonly string[], word: string): boolean {
  return kept.some((one) => same(one, word));
}

/** The words to keep once this one has been said to be a pupil's name, or not to be. */
export function keepWord(kept: readonly string[], word: string, keep: boolean): string[] {
  const others = kept.filter((one) => !same(one, word));
  return keep ? [...others, word] : others;
}

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
