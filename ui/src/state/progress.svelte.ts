// How far a long work of the core is, and stopping it.
import { asFault, cancel, onProgress, type Progress } from "$host";
import { toast } from "./toasts.svelte";

const DOING: Readonly<Record<string, string>> = {
  copying: "Copying the daybook",
  checking: "Reading it through",
  packing: "Putting it into one file",
  carrying: "Copying it to the second place",
  unpacking: "Taking it out of the backup",
  restoring: "Putting it in its place",
  reading: "Reading the list",
  comparing: "Comparing it with the daybook",
  importing: "Writing down what it says",
  reading_pages: "Reading every page",
  auditing: "Holding every row against what was written down of it",
  adding_up: "Adding up every closed week",
};

export interface Underway {
  /** What is being done, in words; empty until the core has said. */
  readonly label: string;
  readonly done: number | undefined;
  readonly total: number | undefined;
}

/** Follows the work under way, for as long as the component lives. */
export function progressOf(): Underway {
  let now = $state.raw<Progress | null>(null);
  $effect(() => onProgress((progress) => (now = progress)));
  return {
    get label() {
      return now ? (DOING[now.doing] ?? "Working") : "";
    },
    get done() {
      return now?.of ? now.done : undefined;
    },
    get total() {
      return now?.of || undefined;
    },
  };
}

/** Asks it to stop. */
export function stopWork(): void {
  cancel().catch((thrown: unknown) => toast(asFault(thrown).message, { tone: "fault" }));
}
