// Letters typed on a list move to the row they begin. Typed quickly they are one word; after a pause they begin another.
import { fits } from "$format/match";

const PAUSE = 900;

export interface TypeAhead {
  /** True for a key that is a letter, and so part of a word. */
  takes(key: string): boolean;
  /** The row to move to after the last letter taken: the next one that fits, from the present one on; the present one when none does. */
  next<Row>(rows: readonly Row[], textOf: (row: Row) => string, at: number): number;
}

export function typeAhead(): TypeAhead {
  let typed = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    takes(key) {
      if (!/^[\p{L}\p{M}'’-]$/u.test(key)) return false;
      clearTimeout(timer);
      timer = setTimeout(() => (typed = ""), PAUSE);
      typed += key;
      return true;
    },
    next(rows, textOf, at) {
      return found(rows, textOf, typed, at);
    },
  };
}

/** A first letter moves on to the next row that fits, more letters may stay on the present one; one letter again and again goes through them all. */
export function found<Row>(rows: readonly Row[], textOf: (row: Row) => string, typed: string, at: number): number {
  const again = typed.length > 1 && [...typed].every((letter) => letter === typed[0]);
  const word = again ? typed[0]! : typed;
  const from = word.length === 1 ? at + 1 : at;
  for (let step = 0; step < rows.length; step += 1) {
    const index = (from + step) % rows.length;
    if (fits(word, textOf(rows[index]!))) return index;
  }
  return at;
}
