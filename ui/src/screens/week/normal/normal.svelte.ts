// Normal weeks as the week's screen has them: which there are, what is asked about them, and laying one.
import { call, type LeftOut, type NormalWeek } from "$host";
import type { MenuItem } from "$parts/types";
import { hush } from "$state/privacy.svelte";
import { resource } from "$state/reload.svelte";
import { attempt } from "$state/write.svelte";

export type Asking = { is: "keep" } | { is: "list" } | { is: "left_out"; laid: number; left: LeftOut[] };

interface Given {
  monday: () => string;
  /** Writes down what waits on the screen. */
  flush: () => Promise<void>;
}

/** Make one while a component is being set up. */
export class NormalWeeks {
  readonly kept = resource(["normal_week"], () => call("normal_weeks", {}));
  asking = $state.raw<Asking | null>(null);
  #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  /** Lays one, and says what was left out, if anything was. */
  async lay(week: NormalWeek): Promise<void> {
    await this.#given.flush();
    const done = await attempt("normal_week_lay", { week: week.id, date: this.#given.monday() });
    if (done && done.left_out.length > 0) this.asking = { is: "left_out", laid: done.laid, left: done.left_out };
  }

  /** Asks which blocks of this week's plan belong to a normal week. */
  async keep(): Promise<void> {
    await this.#given.flush();
    this.asking = { is: "keep" };
  }

  /** What can be done with them now. */
  items({ lays, keeps }: { lays: boolean; keeps: boolean }): MenuItem[] {
    const kept = this.kept.value ?? [];
    return [
      ...(lays ? kept.map((week, at) => ({ label: `Lay ${calledShort(week, at)}`, run: () => void this.lay(week) })) : []),
      ...(keeps ? [{ label: "Keep this plan as a normal week", run: () => void this.keep() }] : []),
      ...(kept.length > 0 ? [{ label: "Rename or remove normal weeks", run: () => void (this.asking = { is: "list" }) }] : []),
    ];
  }
}

/** What one is called in a list, where names may be hidden. */
export const calledShort = (week: NormalWeek, at: number) => hush(week.name, `normal week ${at + 1}`);
