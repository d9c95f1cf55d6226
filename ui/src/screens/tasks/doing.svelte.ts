// What is done with tasks, and what is asked first. One place for the row's menu, the keys, the bar over chosen rows and Today.
import { call, type TaskRow, type TaskState, type Template } from "$host";
import { attempt } from "$state/write.svelte";
import { tick } from "svelte";
import { titleOf } from "./words";

/** What has to be asked before it can be said. */
export type Said = "part" | "delegated" | "not_done" | "dropped";

export type Asking =
  | { is: "said"; what: Said; rows: TaskRow[] }
  | { is: "move"; rows: TaskRow[] }
  | { is: "split"; row: TaskRow }
  | { is: "task"; task: number }
  | { is: "form"; row: TaskRow | null; from?: Template };

export class Doing {
  #asking = $state.raw<Asking | null>(null);
  #from: HTMLElement | null = null;

  get asking(): Asking | null {
    return this.#asking;
  }

  ask(asking: Asking): void {
    if (this.#asking === null) this.#from = document.activeElement as HTMLElement | null;
    this.#asking = asking;
  }

  close(): void {
    this.#asking = null;
    this.giveBack(this.#from);
  }

  /** The focus goes back to where it was, or to the list where that is gone. */
  giveBack(from: HTMLElement | null): void {
    void tick().then(() =>
      setTimeout(() => {
        if (document.activeElement !== document.body && document.activeElement !== null) return;
        const list = document.querySelector<HTMLElement>("[data-tasks] table");
        (from?.isConnected && from !== document.body ? from : list)?.focus();
      }),
    );
  }

  done(rows: readonly TaskRow[]): void {
    void this.say(rows, { is: "done" });
  }

  reopen(rows: readonly TaskRow[]): void {
    void this.say(rows, { is: "open" });
  }

  async say(rows: readonly TaskRow[], state: TaskState): Promise<void> {
    if (rows.length === 0) return;
    const from = document.activeElement as HTMLElement | null;
    const what = state.is === "done" ? "Done" : "Open again";
    const said = rows.length === 1 ? `${what}: ${titleOf(rows[0]!.task)}` : undefined;
    await attempt("tasks_set_state", { tasks: rows.map((row) => row.task.id), state }, said);
    this.giveBack(from);
  }
}

/** Opens again what was being typed when it locked, by the name its form gave it. */
export async function askedByDraft(draft: string): Promise<Asking | null> {
  const [kind, id = ""] = draft.split(":");
  if (kind === "task" && id === "new") return { is: "form", row: null };
  const view = await call("task", { task: Number(id) }).catch(() => null);
  if (!view) return null;
  if (kind === "task") return { is: "form", row: view.row };
  if (kind === "task-split") return { is: "split", row: view.row };
  const what = (["part", "delegated", "not_done", "dropped"] as const).find((one) => kind === `task-${one}`);
  return what ? { is: "said", what, rows: [view.row] } : null;
}
