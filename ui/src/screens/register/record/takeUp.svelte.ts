// What was being typed when the daybook locked is taken up again in the form it was typed in. The name of what was left says which form, of what, and
// whose: `results:12:7`.
import { route } from "$state/router.svelte";
import { untrack } from "svelte";

/** Opens the form of what was left, once, as soon as `ready`. Call it while a component is being set up. */
export function takeUp(kinds: readonly string[], ready: () => boolean, open: (kind: string, id: string) => void): void {
  let taken = "";
  $effect(() => {
    const draft = route.params.draft;
    if (typeof draft !== "string" || draft === taken || !ready()) return;
    const [kind = "", id = ""] = draft.split(":");
    if (!kinds.includes(kind)) return;
    taken = draft;
    untrack(() => open(kind, id));
  });
}
