// What this app takes of its own user: seconds during which a part of it stands in front and somebody is there.
import { call, type BurdenPart } from "$host";
import { session } from "./session.svelte";

/** How long after the last sign somebody still counts as there, in seconds. */
export const THERE = 30;
/** What was counted is handed over this often, and when the part goes, in seconds. */
const HAND_OVER = 60;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

/** Counts for as long as the component lives and `inFront` holds. What cannot be handed over is let go: it is no evidence. */
export function countBurden(part: BurdenPart, inFront: () => boolean = () => true): void {
  $effect(() => {
    if (!inFront()) return;
    const now = () => performance.now() / 1000;
    let counted = 0;
    let upTo = now();
    let last = upTo;
    // Somebody is there until a while after the last sign; the rest of the time nothing is counted.
    function count() {
      const until = document.visibilityState === "hidden" ? last : Math.min(now(), last + THERE);
      counted += Math.max(0, until - upTo);
      upTo = now();
    }
    function handOver() {
      const seconds = Math.round(counted);
      counted -= seconds;
      if (seconds > 0 && session.open) void call("burden_count", { part, seconds }).catch(() => {});
    }
    function sign() {
      count();
      last = upTo;
    }
    const each = setInterval(() => {
      count();
      handOver();
    }, HAND_OVER * 1000);
    for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
    return () => {
      clearInterval(each);
      for (const name of SIGNS) removeEventListener(name, sign, { capture: true });
      count();
      handOver();
    };
  });
}
