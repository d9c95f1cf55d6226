// What stands open beside the timetable. One thing at a time; what was open before comes back when it closes.
import type { EntryDetails } from "$host";
import { tick } from "svelte";
import type { BlockDraft } from "./drafts";

export type Panel =
  | { is: "block"; block: number }
  | { is: "lay"; draft: BlockDraft }
  | { is: "not_done"; block: number }
  | { is: "entry"; entry: number }
  | { is: "write"; draft: EntryDetails }
  | { is: "classify"; entries: number[] }
  | { is: "break"; date: string; name: string }
  | { is: "sum"; key: string }
  | { is: "listed"; entries: number[] };

export class Panels {
  #stack = $state.raw<Panel[]>([]);
  #from: HTMLElement | null = null;
  #done: (() => boolean) | undefined;

  /** `done` is told when everything was closed because something was said; true when it has put the focus somewhere. */
  constructor(done?: () => boolean) {
    this.#done = done;
  }

  get top(): Panel | undefined {
    return this.#stack.at(-1);
  }

  /** Opens something, and nothing before it. */
  show(panel: Panel): void {
    this.#remember();
    this.#stack = [panel];
  }

  /** Opens something over what is open. */
  add(panel: Panel): void {
    this.#remember();
    this.#stack = [...this.#stack, panel];
  }

  /** Opens something in place of what is open. */
  swap(panel: Panel): void {
    this.#stack = [...this.#stack.slice(0, -1), panel];
  }

  /** Closes what is open. */
  close(): void {
    this.#stack = this.#stack.slice(0, -1);
    if (this.#stack.length === 0) this.#giveBack();
  }

  /** Closes everything: what was to be said has been said. */
  finish(): void {
    this.#stack = [];
    if (!this.#done?.()) this.#giveBack();
  }

  #remember(): void {
    if (this.#stack.length === 0) this.#from = document.activeElement as HTMLElement | null;
  }

  /** The focus goes back to where it was, or into the timetable where that is gone. */
  #giveBack(): void {
    const from = this.#from;
    // After the panel itself has let go of the focus.
    void tick().then(() => setTimeout(() => (from?.isConnected && from !== document.body ? from : document.querySelector<HTMLElement>("[data-stood]"))?.focus()));
  }
}
