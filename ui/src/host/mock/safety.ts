// What keeps a daybook safe: when it locks, what was typed and not saved, who did what.
import type { Answers } from "../mock";

export function answers(): Answers {
  let minutes = 10;
  const drafts: Record<string, unknown> = {};
  return {
    lock_settings: () => ({ minutes }),
    lock_settings_save: (wish) => {
      minutes = wish.minutes;
      return { value: null, changed: ["setting"], undo: `Lock after ${minutes} min` };
    },
    draft_keep: ({ key, value }) => {
      if (value === null) delete drafts[key];
      else drafts[key] = value;
      return null;
    },
    drafts: () => ({ ...drafts }),
    history: () => [
      { at: "2026-11-03T15:20:00", who: "r.adeyemi", sentence: "Class changed from “3A” to “4A”.", undone: false },
      { at: "2026-09-04T09:02:00", who: "r.adeyemi", sentence: "Added with the roll.", undone: false },
    ],
    activity_log: () => [
      { at: "2026-11-04T08:55:00", who: "r.adeyemi", computer: "OFFICE-7", sentence: "Opened with the passphrase." },
      { at: "2026-11-03T16:31:00", who: "r.adeyemi", computer: "OFFICE-7", sentence: "Locked: nobody had touched it for a while." },
    ],
    activity_log_save: ({ path }) => ({ path, bytes: 2048 }),
  };
}
