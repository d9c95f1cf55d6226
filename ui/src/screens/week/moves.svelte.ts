// Blocks on the move: shown at once where they were put, written a moment after the last key, so that ten presses are one step of undo.
import { attempt } from "$state/write.svelte";
import { SvelteMap } from "svelte/reactivity";
import { blockOf, type Book, type Slot } from "./book";

const PAUSE = 600;

export class Moves {
  /** Where blocks are shown that the core has not yet told of. */
  readonly shown = new SvelteMap<number, Slot>();
  #book: () => Book | null;
  #waiting: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(book: () => Book | null) {
    this.#book = book;
  }

  /** Puts a block somewhere; `soon` waits for further keys before it is written. */
  put(id: number, slot: Slot, soon: boolean): void {
    if (this.#waiting !== null && this.#waiting !== id) void this.flush();
    this.shown.set(id, slot);
    this.#waiting = id;
    clearTimeout(this.#timer);
    if (soon) this.#timer = setTimeout(() => void this.flush(), PAUSE);
    else void this.flush();
  }

  /** Writes down what waits. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    const id = this.#waiting;
    this.#waiting = null;
    if (id === null) return;
    const book = this.#book();
    const block = book ? blockOf(book, id) : undefined;
    const slot = this.shown.get(id);
    if (!block || !slot || isAt(block, slot)) return void this.shown.delete(id);
    const { title, activity, place, pupils } = block;
    const written = await attempt("block_save", { block: id, details: { ...slot, title, activity, place, pupils } });
    if (written === undefined) this.shown.delete(id);
  }

  /** The core has told the week anew: it knows of everything that does not wait. */
  told(): void {
    for (const id of [...this.shown.keys()]) if (id !== this.#waiting) this.shown.delete(id);
  }
}

const isAt = (block: Slot, slot: Slot) => block.date === slot.date && block.start === slot.start && block.minutes === slot.minutes;
