// What stands open beside the timetable. One thing at a time; what was open before comes back when it closes.
import type { EntryDetails } from "$host";
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

  get top(): Panel | undefined {
    return this.#stack.at(-1);
  }

  /** Opens something, and nothing before it. */
  show(panel: Panel): void {
    this.#stack = [panel];
  }

  /** Opens something over what is open. */
  add(panel: Panel): void {
    this.#stack = [...this.#stack, panel];
  }

  /** Opens something in place of what is open. */
  swap(panel: Panel): void {
    this.#stack = [...this.#stack.slice(0, -1), panel];
  }

  /** Closes what is open. */
  close(): void {
    this.#stack = this.#stack.slice(0, -1);
  }

  clear(): void {
    this.#stack = [];
  }
}
