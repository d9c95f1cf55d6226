// An in-memory host for tests and for looking at the screens in a browser. It is never in the built app.
// Its answers are in mock/, one file per noun, each exporting `answers`; a file put there is found by itself.
import { asFault } from "./fault";
import type { Args, CommandName, Host, Result } from "./host";

export type Answers = { [C in CommandName]?: (args: Args<C>) => Result<C> | Promise<Result<C>> };

/** A host that answers from a table, and keeps what it was asked so that a test can look. */
export interface MockHost extends Host {
  readonly calls: { name: CommandName; args: unknown }[];
  /** Adds or replaces answers. */
  answer(answers: Answers): void;
  /** Does what the system-wide shortcut does. */
  pressCapture(): void;
  /** Says what the shell says before it locks by itself, and after. */
  say(event: "locking" | "locked"): void;
  /** How often the pages said that somebody is there. */
  readonly touches: number;
}

const kept = import.meta.glob<{ answers: () => Answers }>("./mock/*.ts", { eager: true });

/** Makes a fresh host with the kept answers; `more` adds to them or replaces them. */
export function mockHost(more: Answers = {}): MockHost {
  const table: Answers = Object.assign({}, ...Object.values(kept).map((file) => file.answers()), more);
  const calls: MockHost["calls"] = [];
  const hearing: Record<"capture" | "locking" | "locked", Set<() => void>> = { capture: new Set(), locking: new Set(), locked: new Set() };
  const hear = (event: keyof typeof hearing) => (listener: () => void) => {
    hearing[event].add(listener);
    return () => void hearing[event].delete(listener);
  };
  let touches = 0;
  return {
    calls,
    answer: (answers) => void Object.assign(table, answers),
    pressCapture: () => hearing.capture.forEach((listener) => listener()),
    say: (event) => hearing[event].forEach((listener) => listener()),
    get touches() {
      return touches;
    },
    async call(name, args) {
      calls.push({ name, args });
      const answer = table[name] as ((args: unknown) => unknown) | undefined;
      try {
        if (!answer) throw { code: "mock.unanswered", message: `The mock host has no answer for ${name}.`, field: null };
        return (await answer(args)) as never;
      } catch (thrown) {
        throw asFault(thrown);
      }
    },
    facts: async () => ({ shortcut_available: true, shortcut: "Ctrl+Shift+Space", sample: false, version: "0.1.0" }),
    pickFolder: async () => "/home/senco/Documents",
    pickFile: async () => "/home/senco/Documents/roll.csv",
    pickSave: async (_, suggestedName) => `/home/senco/Documents/${suggestedName}`,
    openFile: async () => {},
    printPage: async () => {},
    onCapture: hear("capture"),
    touch: async () => void (touches += 1),
    onLocking: hear("locking"),
    onLocked: hear("locked"),
    onProgress: () => () => {},
    cancel: async () => {},
    apple: false,
  };
}
