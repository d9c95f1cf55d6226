// Backups in words: why each was made, what it holds, and how much room there is.
import type { BackupReason, BackupRow, BackupsView } from "$host";
import { fileSize, plural } from "$format/count";
import { moment } from "$format/dates";

const REASONS: Readonly<Record<BackupReason, string>> = {
  "first-change": "Before the day’s first change",
  lock: "When it locked",
  migration: "Before a new version",
  import: "Before an import",
  restore: "Before another was put back",
  erase: "After somebody was erased",
  repair: "Before a repair",
  asked: "You asked for it",
};

/** Why it was made. */
export const reasonWords = ({ reason }: Pick<BackupRow, "reason">) => (reason ? REASONS[reason] : "Nobody can tell why");

/** When it was made: `21 Nov 2026, 16:05`. */
export const whenWords = ({ made_at }: Pick<BackupRow, "made_at">) => (made_at ? moment(made_at) : "Nobody can tell when");

/** `52 pupils, 310 entries`; why it cannot be used where it cannot. */
export function holdsWords(row: BackupRow): string {
  return row.trouble ?? `${plural(row.pupils, "pupil")}, ${plural(row.entries, "entry", "entries")}`;
}

/** The one backup to go back to without thinking: the newest here that can be used. */
export const newest = (rows: readonly BackupRow[]) => rows.find((row) => row.readable && row.ours !== false);

/** `The next one needs 3.4 MB while it is made; 120 GB are free.` */
export function roomWords({ needed_bytes, free_bytes }: Pick<BackupsView, "needed_bytes" | "free_bytes">): string {
  const need = `The next one needs ${fileSize(needed_bytes)} while it is made`;
  if (free_bytes === null) return `${need}; how much is free, this drive does not tell.`;
  return `${need}; ${fileSize(free_bytes)} ${free_bytes < needed_bytes ? "are free, which is too little: make some room." : "are free."}`;
}

/** True where the next one has no room. */
export const noRoom = ({ needed_bytes, free_bytes }: Pick<BackupsView, "needed_bytes" | "free_bytes">) => free_bytes !== null && free_bytes < needed_bytes;
