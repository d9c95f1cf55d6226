// Whether somebody is there: what is done at the window is reported to the shell, and when the shell locks by itself the pages cover themselves first.
import { onLocked, onLocking, touch } from "$host";
import { flushDrafts } from "./drafts.svelte";
import { wasUntouched } from "./timer.svelte";
import { refreshSession, session } from "./session.svelte";

/** Reported at most this often, in milliseconds. */
const EACH = 10_000;
/** A lock that was announced and did not come uncovers the page again after this long. */
const AT_MOST = 5_000;
/** Untouched for so long, in milliseconds, what the time was is asked where a timer runs. */
const UNTOUCHED = 10 * 60_000;
const AGAIN = 1_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;

let covered = $state(false);

export const presence = {
  /** True from the moment it is about to lock: nothing of the daybook may be seen. */
  get covered() {
    return covered;
  },
};

/** Reports and listens for as long as the component lives. */
export function watchPresence(): void {
  $effect(() => {
    let [last, opening] = [-Infinity, 0];
    const sign = () => {
      const now = performance.now();
      if (!session.open || (now - last < EACH && opening === session.openings)) return;
      // While it was locked the shell has told the timer that nobody was there.
      if (opening === session.openings && now - last >= UNTOUCHED) void wasUntouched(Math.floor((now - last) / 60_000));
      last = now;
      opening = session.openings;
      void touch().catch(() => {});
    };
    for (const name of SIGNS) addEventListener(name, sign, { capture: true, passive: true });
    const stops = [onLocking(cover), onLocked(() => void locked())];
    return () => {
      for (const name of SIGNS) removeEventListener(name, sign, { capture: true });
      stops.forEach((stop) => stop());
    };
  });
  // The whole page goes, with what stands open over it; what covers it stays.
  $effect(() => {
    document.documentElement.toggleAttribute("data-covered", covered);
  });
}

function cover(): void {
  covered = true;
  void flushDrafts();
  setTimeout(() => covered && void locked(), AT_MOST);
}

/** Asks where things stand: a session that is locked drops everything the screens showed. */
async function locked(): Promise<void> {
  try {
    await refreshSession();
    covered = false;
  } catch {
    // Nothing is uncovered before it is known what may be shown.
    if (covered) setTimeout(() => void locked(), AGAIN);
  }
}
