// Why a daybook is locked, in a sentence for the lock screen.
import type { LockReason } from "$host";

const REASONS: Readonly<Record<LockReason, string>> = {
  asked: "You locked it.",
  idle: "Nobody had touched it for a while, so it locked itself. What you were typing is kept.",
  sleep: "The computer went to sleep, so it locked itself. What you were typing is kept.",
  screen_locked: "The computer’s screen was locked, so the daybook locked too. What you were typing is kept.",
  changed: "Another daybook was opened, or this one was put back from a backup.",
  closed: "It was closed.",
};

/** The sentence; nothing where it has only been chosen. */
export function becauseWords(reason: LockReason | null): string {
  return reason ? REASONS[reason] : "";
}
