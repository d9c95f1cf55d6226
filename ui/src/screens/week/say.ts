// What can be said of a planned block with one key.
import type { Block } from "$host";
import { session } from "$state/session.svelte";
import { attempt } from "$state/write.svelte";
import { blockOf, titleOf, type Book } from "./book";
import { changedFrom } from "./drafts";
import type { Panels } from "./panels.svelte";

export type Saying = "as_planned" | "not_done" | "changed" | "reopen";

/** Whether a thing can be said of a block now: only of a frozen plan, in a week that is not closed, and once; that it went as planned only once it has begun. */
export function canSay(book: Book, id: number, saying: Saying): boolean {
  const block = blockOf(book, id);
  if (!block || !book.frozen || book.closed) return false;
  if (saying === "reopen") return block.state.is !== "open";
  if (saying === "as_planned" && !hasBegun(book, block)) return false;
  return block.state.is === "open" || (saying === "not_done" && block.state.is === "not_done");
}

/** What lies ahead has not gone as planned yet: its minutes would count for work nobody did. */
function hasBegun({ now }: Book, { date, start }: Block): boolean {
  if (date !== session.today) return date < session.today;
  return now === undefined || now === null || start <= now;
}

/** Says it at once, or opens the form it needs. True when something was written. */
export async function say(book: Book, id: number, saying: Saying, panels: Panels): Promise<boolean> {
  const block = blockOf(book, id);
  if (!block || !canSay(book, id, saying)) return false;
  const title = titleOf(book, block);
  if (saying === "not_done") panels.add({ is: "not_done", block: id });
  if (saying === "changed") panels.add({ is: "write", draft: changedFrom(block) });
  if (saying === "as_planned") return (await attempt("block_as_planned", { block: id }, `As planned: ${title}`)) !== undefined;
  if (saying === "reopen") return (await attempt("block_reopen", { block: id }, `Taken back: ${title}`)) !== undefined;
  return false;
}
