// What is being typed in a form, beside what is kept. A draft nobody has touched follows what is kept; a touched one is left alone.
import { untrack } from "svelte";

export interface Draft<T> {
  /** What is being typed; null until what is kept has been read. */
  value: T | null;
  readonly dirty: boolean;
  /** Takes what is being typed as kept, as after saving. */
  settle(): void;
  /** Goes back to what is kept. */
  reset(): void;
}

/** A draft of what `source` reads, made by `begin`. Call it while a component is being set up. */
export function draftOf<S, T extends object>(source: () => S | undefined, begin: (kept: S) => T): Draft<T> {
  let value = $state<T | null>(null);
  let kept = $state.raw("");
  const dirty = $derived(value !== null && JSON.stringify(value) !== kept);

  function take(now: S) {
    const fresh = begin(now);
    kept = JSON.stringify(fresh);
    value = fresh;
  }

  $effect(() => {
    const now = source();
    if (now === undefined) return;
    untrack(() => {
      if (!dirty) take(now);
    });
  });

  return {
    get value() {
      return value;
    },
    set value(next) {
      value = next;
    },
    get dirty() {
      return dirty;
    },
    settle: () => void (kept = JSON.stringify(value)),
    reset() {
      const now = source();
      if (now !== undefined) take(now);
    },
  };
}
