// The wait after several wrong words, counted down.
import { waitLeft, waitOf, type Fault } from "$host";

/**
 * What a field says of a fault, and whether another try has to wait: the seconds of a wait go down until it has passed. Call it while a component is
 * being set up.
 */
export function countDown(fault: () => Fault | null): { readonly left: number; readonly fault: Fault | null; readonly passed: boolean } {
  let left = $state(0);
  $effect.pre(() => {
    const whole = waitOf(fault()) ?? 0;
    left = whole;
    if (whole === 0) return;
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0) clearInterval(timer);
    }, 1_000);
    return () => clearInterval(timer);
  });
  const waits = () => waitOf(fault()) !== null;
  return {
    /** Seconds still to wait. */
    get left() {
      return left;
    },
    /** The fault as it stands now: none once the wait has passed. */
    get fault() {
      const said = fault();
      if (said === null || !waits()) return said;
      return left > 0 ? { ...said, message: waitLeft(said, left) } : null;
    },
    /** There was a wait, and it is over. */
    get passed() {
      return waits() && left <= 0;
    },
  };
}
