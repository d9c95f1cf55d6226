// Opening and locking, as far as a screen can tell.
import type { Answers } from "../mock";
import type { SessionView, UndoState, VaultView } from "../types";

const OAKFIELD: VaultView = {
  name: "Oakfield Primary",
  folder: "/home/senco/Documents/Oakfield Primary.daybook",
  sample: false,
  found: true,
};

export function answers(): Answers {
  const undo: UndoState = { undo: null, redo: null };
  const session: SessionView = {
    state: "closed",
    vault: null,
    locked_because: null,
    parted: null,
    read_only: false,
    recent: [OAKFIELD, { name: "Old laptop", folder: "/media/usb/Old laptop.daybook", sample: false, found: false }],
    school: null,
    today: "2026-11-04",
    now: 9 * 60 + 40,
    undo,
    appearance: { theme: "system", high_contrast: false, text_size: 100, register_columns: [], grid: 15 },
    home: "/home/senco/Documents",
    version: "0.1.0",
  };
  const now = () => ({ ...session });
  const open = (vault: VaultView) => {
    Object.assign(session, { state: "open", vault, locked_because: null, school: { id: 1, name: vault.name, senco: "R. Adeyemi", head: "" } });
    return now();
  };
  const checked = (passphrase: string) => {
    if (passphrase.length >= 4) return;
    throw { code: "vault.passphrase", message: "That passphrase does not open this daybook. Nothing was changed.", field: "passphrase" };
  };
  return {
    session: now,
    passphrase_strength: ({ passphrase }) => {
      const score = Math.min(4, Math.floor(passphrase.length / 5));
      const advice = ["Guessed at once.", "Guessed in minutes.", "Add another word.", "Hard to guess.", "Very hard to guess."][score]!;
      return { score, enough: score >= 3, advice };
    },
    vault_create: ({ within, name }) => open({ name, folder: `${within}/${name}.daybook`, sample: false, found: true }),
    vault_open: ({ folder, passphrase }) => {
      checked(passphrase);
      return open({ ...OAKFIELD, folder });
    },
    vault_choose: ({ folder }) => {
      Object.assign(session, { state: "locked", vault: { ...OAKFIELD, folder } });
      return now();
    },
    vault_unlock: ({ passphrase }) => {
      checked(passphrase);
      return open(session.vault ?? OAKFIELD);
    },
    backup_restore: ({ secret, into }) => {
      checked(secret);
      return open(into ? { name: into.name, folder: `${into.within}/${into.name}.daybook`, sample: false, found: true } : (session.vault ?? OAKFIELD));
    },
    vault_lock: () => {
      Object.assign(session, { state: "locked", locked_because: "asked" });
      return now();
    },
    vault_close: () => {
      Object.assign(session, { state: "closed", vault: null });
      return now();
    },
    vault_forget: ({ folder }) => {
      session.recent = session.recent.filter((vault) => vault.folder !== folder);
      return now();
    },
    sample_explore: () => open({ name: "Sample school", folder: "/home/senco/Sample.daybook", sample: true, found: true }),
    appearance_save: (appearance) => Object.assign(session.appearance, appearance),
    setup: () => ({ school: true, calendar: true, hours: true, pupils: true }),
  };
}
