// The question before a screen with something undone on it is left: held here until it is answered.
import { useGuard } from "./router.svelte";

export interface Leaving {
  /** Where one wanted to go is waiting for an answer. */
  open: boolean;
  go(): void;
}

/** Asks before leaving while `undone`. Call it while a component is being set up. */
export function askBeforeLeaving(undone: () => boolean): Leaving {
  let going = $state.raw<(() => void) | null>(null);
  useGuard((leave) => {
    if (!undone()) return true;
    going = leave;
    return false;
  });
  return {
    get open() {
      return going !== null;
    },
    set open(open) {
      if (!open) going = null;
    },
    go() {
      const leave = going;
      going = null;
      leave?.();
    },
  };
}
