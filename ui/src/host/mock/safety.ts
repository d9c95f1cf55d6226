// What keeps a daybook safe: when it locks, what was typed and not saved, who did what.
import type { Answers } from "../mock";
import type { BackupRow, BackupsView, KeysView } from "../types";

export function answers(): Answers {
  let minutes = 10;
  const drafts: Record<string, unknown> = {};
  const keys: KeysView = { recovery_made_at: null, passphrase_set_at: "2026-09-01T08:10:00", opened_by: "passphrase" };
  const groups = ["7KXQ", "M2PV", "9D4R", "HT6W", "B8NC", "3FZJ", "Q5YE", "1SGA", "8VTK"];
  const known = (passphrase: string, field: string) => {
    if (passphrase.length < 4) throw { code: "vault.wrong_passphrase", message: "Those words do not open this daybook. Nothing was changed.", field };
  };
  const backup = (day: string, reason: BackupRow["reason"], more: Partial<BackupRow> = {}): BackupRow => ({
    file: `${day} 16-05-33 ${reason}.daybook-backup`,
    path: `/home/senco/Documents/Oakfield Primary.daybook/backups/${day} 16-05-33 ${reason}.daybook-backup`,
    made_at: `${day}T16:05:33`,
    reason,
    bytes: 3_412_000,
    pupils: 412,
    entries: 310,
    total: 9_120,
    place: "here",
    readable: true,
    read_through: true,
    trouble: null,
    opens_with_current_words: true,
    ours: true,
    ...more,
  });
  const rows = [
    backup("2026-11-03", "lock"),
    backup("2026-11-02", "first-change"),
    backup("2026-10-23", "import", { readable: false, trouble: "It is damaged: part of it cannot be read." }),
    backup("2026-09-18", "asked", { opens_with_current_words: false }),
  ];
  let second: BackupsView["second"] = null;
  const backups = (): BackupsView => ({ rows: [...rows], needed_bytes: 7_200_000, free_bytes: 118_000_000_000, second, trouble: null });
  return {
    check: () => ({
      findings: [
        { code: "check.search", sentence: "The search words of 2 pupils were not as written; they were written again.", mended: true, choices: [], id: "" },
        {
          code: "check.row",
          sentence: "An entry of 2 Nov 2026 is not as it was last written down.",
          mended: false,
          choices: [
            { key: "journal", label: "Take what was written down" },
            { key: "keep", label: "Keep what stands" },
          ],
          id: "entry 12",
        },
      ],
      checked_at: "2026-11-04T09:41:00",
    }),
    check_settle: () => ({ value: null, changed: ["entry"], undo: null }),
    place_advice: ({ folder }) => ({ sentences: folder.includes("OneDrive") ? ["This folder is copied to OneDrive. Let it finish before you open the daybook on another computer."] : [] }),
    export_everything: ({ folder }) => ({ folder: `${folder}/Oakfield Primary 2026-11-04`, files: 31, rows: 9_120 }),
    parting: () => ({
      same: true,
      parted_at: "2026-10-30T16:00:00",
      here: [{ at: "2026-11-02T08:05:00", who: "r.adeyemi", sentence: "Week of 2 November frozen" }],
      there: [],
    }),
    backups,
    backup_now: () => {
      rows.unshift(backup("2026-11-04", "asked"));
      return rows[0]!;
    },
    backup_look: ({ path }) => ({ ...rows[0]!, path }),
    second_place_set: ({ folder }) => {
      second = folder === null ? null : { folder, state: "ready", last: null };
      return backups();
    },
    keys: () => ({ ...keys }),
    recovery_key_make: ({ passphrase }) => {
      known(passphrase, "passphrase");
      keys.recovery_made_at = "2026-11-04T09:40:00";
      return { groups, made_at: keys.recovery_made_at };
    },
    recovery_sheet_preview: () => ({ title: "Recovery sheet", file: "Recovery sheet.pdf", pages: ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"/>'] }),
    recovery_sheet_save: ({ path }) => ({ path, bytes: 20_480 }),
    passphrase_change: ({ old }) => {
      if (old !== null) known(old, "old");
      return { ...keys, opened_by: "passphrase" };
    },
    database_key: ({ passphrase }) => {
      known(passphrase, "passphrase");
      return { key: "0f".repeat(32), pragmas: [`PRAGMA key = "x'${"0f".repeat(32)}'";`] };
    },
    lock_settings: () => ({ minutes }),
    lock_settings_save: (wish) => {
      minutes = wish.minutes;
      return { value: null, changed: ["setting"], undo: `Locks after ${minutes} min` };
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
