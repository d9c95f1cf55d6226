// What she says of words that look like a pupil's name: printed as they stand because they are none, or hidden although
// they are everyday words.
import type { FoundName, KeptWord } from "$host";

/** The words to keep once a name that was found has been said to be none, or to be one after all. */
export function keepWord(kept: readonly KeptWord[], { word, case_codes }: FoundName, keep: boolean): KeptWord[] {
  if (!keep) return kept.filter((one) => !same(one.word, word));
  // Said of the pupils that the word fits now; of others it is asked again.
  return [...kept.filter((one) => one.word !== word), { word, case_codes }];
}

/** The words to hide once an everyday word has been said to be a name, or not to be. */
export function hideWord(words: readonly string[], word: string, hide: boolean): string[] {
  const others = words.filter((one) => !same(one, word));
  return hide ? [...others, word] : others;
}

const same = (one: string, other: string) => folded(one) === folded(other);

/** Without capitals and accents, as the core sees words. */
const folded = (word: string) => word.trim().normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘ʼ`´]/g, "'").toLowerCase();
