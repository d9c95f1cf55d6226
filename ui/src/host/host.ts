// What a host must be able to do. Two exist: the real window (tauri.ts) and an in-memory one for looking and testing (mock.ts).
import type { Commands } from "./types";

export type CommandName = keyof Commands;
export type Args<C extends CommandName> = Commands[C]["args"];
export type Result<C extends CommandName> = Commands[C]["result"];

export interface FileKind {
  /** Shown to the person: `Spreadsheets`. */
  name: string;
  /** Without the dot: `["csv", "xlsx"]`. */
  extensions: string[];
}

/** What the shell knows about this start of the app. */
export interface HostFacts {
  /** Whether quick capture answers from outside the window. */
  shortcut_available: boolean;
  /** That shortcut in the words of this keyboard. */
  shortcut: string;
  /** Whether the app was started to explore the sample school. */
  sample: boolean;
  version: string;
}

/** How far a long work is. */
export interface Progress {
  doing: "copying" | "checking" | "packing" | "carrying" | "unpacking" | "restoring" | (string & {});
  done: number;
  /** 0 where nobody can tell. */
  of: number;
}

export interface Host {
  /** Runs one command of the core; rejects with a `Fault`. */
  call<C extends CommandName>(name: C, args: Args<C>): Promise<Result<C>>;
  facts(): Promise<HostFacts>;
  /** Asks for a folder; null when the person thought better of it. */
  pickFolder(title: string): Promise<string | null>;
  /** Asks for a file to read; null when cancelled. */
  pickFile(title: string, kinds: FileKind[]): Promise<string | null>;
  /** Asks where to write a file; null when cancelled. */
  pickSave(title: string, suggestedName: string, kinds: FileKind[]): Promise<string | null>;
  /** Opens a file that was saved through `pickSave` with the system's own program for it. */
  openFile(path: string): Promise<void>;
  /** Opens the print dialog for what the window shows. */
  printPage(): Promise<void>;
  /** Runs the listener when the system-wide capture shortcut is pressed; returns the way to stop. */
  onCapture(listener: () => void): () => void;
  /** Tells the shell that somebody is there, so that it does not lock yet. */
  touch(): Promise<void>;
  /** Runs the listener when the daybook is about to lock by itself: a moment is left to keep what was typed. Returns the way to stop. */
  onLocking(listener: () => void): () => void;
  /** Runs the listener when it has locked by itself. Returns the way to stop. */
  onLocked(listener: () => void): () => void;
  /** Runs the listener as a long work goes on; returns the way to stop. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Asks the long work under way to stop. What it was to write is not written. */
  cancel(): Promise<void>;
  /** True where the keyboard has a Command key. */
  readonly apple: boolean;
}
