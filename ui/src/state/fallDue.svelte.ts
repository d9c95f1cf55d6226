// Tasks come on the list by themselves: when a daybook has been opened, and when the day has changed.
import { untrack } from "svelte";
import { session } from "./session.svelte";
import { attempt } from "./write.svelte";

/** Asks the core for as long as the component lives. Nothing is asked of a daybook that is open only to read, or has no school yet. */
export function fallDue(): void {
  // The session is told anew each minute; what counts is the opening and the day.
  const due = $derived(
    session.open && session.today !== "" && session.current?.school && !session.current.read_only ? `${session.openings} ${session.today} ${session.current.school.id}` : "",
  );
  $effect(() => {
    // Nobody did anything, so nobody is told; the list shows what came.
    if (due !== "") untrack(() => void attempt("tasks_fall_due", {}, null));
  });
}
