// A form as it is typed, the same for every one: what is in it, whether that was changed, the draft that outlives a lock, and the one way it is kept.
import { asFault, type Fault } from "$host";
import { allRead, forgetUnread } from "$parts/unread";
import { untrack } from "svelte";
import { keepDraft, type KeptDraft } from "./drafts.svelte";
import { focusFault } from "./focus";

export interface FormOf<T> {
  /** How it begins. */
  start: () => T;
  /** The name under which what is typed outlives a lock; without one nothing is kept. */
  name?: () => string;
  /** What was typed before a lock, fitted to what there is now. */
  fit?: (left: T) => T;
  /** What can be said before the core is asked; null where nothing is wrong. */
  check?: (typed: T) => Fault | null;
  /** What is sent in place of what was typed, where nobody wrote on some of it; the form shows it too, so that what is refused finds its field. */
  tidy?: (typed: T) => T;
  /** Writes it; rejects with a fault. */
  save: (typed: T) => Promise<unknown>;
  /** After it was written. */
  done: () => void;
}

export interface TypedForm<T> {
  typed: T;
  /** Its `form`, by `bind:this`. */
  element: HTMLFormElement | undefined;
  readonly changed: boolean;
  readonly fault: Fault | null;
  readonly busy: boolean;
  /** What was typed before a lock, for `BackAgain`. */
  readonly left: KeptDraft;
  /** Keeps it, as its `onsubmit`. What is refused stands in the form, and the first field it is about takes the focus. */
  keep(event?: SubmitEvent): Promise<void>;
  putBack(): void;
}

/** Call it while a component is being set up. */
export function typedForm<T>({ start, name = () => "", fit = (left) => left, check, tidy, save, done }: FormOf<T>): TypedForm<T> {
  let typed = $state(untrack(start)) as T;
  const now = () => $state.snapshot(typed) as T;
  const begun = untrack(() => JSON.stringify(now()));
  const changed = $derived(JSON.stringify(typed) !== begun);
  let fault = $state.raw<Fault | null>(null);
  let busy = $state(false);
  let element = $state<HTMLFormElement>();
  const left = keepDraft<T>(name, () => (changed ? now() : null), (value) => (typed = fit(value)));

  async function keep(event?: SubmitEvent): Promise<void> {
    event?.preventDefault();
    // Taken at once: a second press must not come while the fields are being read.
    if (busy) return;
    busy = true;
    try {
      if (!(await allRead(element))) return;
      fault = check?.(now()) ?? null;
      if (fault === null) {
        if (tidy) typed = tidy(now());
        await save(now());
        return done();
      }
    } catch (thrown) {
      fault = asFault(thrown);
    } finally {
      busy = false;
    }
    await focusFault(element);
  }

  return {
    get typed() {
      return typed;
    },
    set typed(value) {
      typed = value;
    },
    get element() {
      return element;
    },
    set element(value) {
      element = value;
    },
    get changed() {
      return changed;
    },
    get fault() {
      return fault;
    },
    get busy() {
      return busy;
    },
    left,
    keep,
    putBack: () => {
      fault = null;
      typed = JSON.parse(begun) as T;
      forgetUnread(element);
    },
  };
}
