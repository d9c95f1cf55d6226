// Opening, locking, capturing and undoing, as far as a screen can tell.
import type { Answers } from "../mock";
import type { SessionView, UndoState, VaultView } from "../types";

const OAKFIELD: VaultView = {
  name: "Oakfield Primary",
  folder: "/home/senco/Documents/Oakfield Primary.daybook",
  sample: false,
  found: true,
};

export function answers(): Answers {
  const undoState: UndoState = { undo: null, redo: null };
  const session: SessionView = {
    state: "closed",
    vault: null,
    recent: [OAKFIELD, { name: "Old laptop", folder: "/media/usb/Old laptop.daybook", sample: false, found: false }],
    school: null,
    today: "2026-11-04",
    now: 9 * 60 + 40,
    undo: undoState,
    appearance: { theme: "system", high_contrast: false, text_size: 100 },
    home: "/home/senco/Documents",
    version: "0.1.0",
  };
  const now = () => ({ ...session, undo: { ...undoState } });
  const open = (vault: VaultView) => {
    Object.assign(session, { state: "open", vault, school: { id: 1, name: vault.name, senco: "R. Adeyemi", head: "" } });
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
    vault_lock: () => {
      session.state = "locked";
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
    capture_read: ({ line, minutes }) => {
      const typed = /^(\d+)m\b/.exec(line);
      const about = line.replace(/^\d+m\s*/, "");
      return {
        captured: {
          minutes: typed ? Number(typed[1]) : minutes,
          start: null,
          who: /Mrs \w+/.exec(line)?.[0] ?? null,
          way: line.includes("phone") ? "phone" : null,
          about,
          place: "school",
          private: false,
          kind: "interruption",
          text: about,
        },
        pupils: [],
      };
    },
    capture: ({ line }) => {
      if (!line.trim()) throw { code: "capture.empty", message: "Write a few words first, such as “15m phone call”.", field: "line" };
      Object.assign(undoState, { undo: "Capture an interruption", redo: null });
      return { value: 1, changed: ["entry"], undo: undoState.undo };
    },
    undo: () => {
      Object.assign(undoState, { undo: null, redo: undoState.undo });
      return { value: { ...undoState }, changed: ["entry"], undo: null };
    },
    redo: () => {
      Object.assign(undoState, { undo: undoState.redo, redo: null });
      return { value: { ...undoState }, changed: ["entry"], undo: undoState.undo };
    },
  };
}
