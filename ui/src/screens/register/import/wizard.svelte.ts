// The import as far as it has come. Looking at a file writes nothing; only `carryOut` does, and then all of it or nothing.
import { asFault, call, type Fault, type Field, type ImportDone, type ImportView, type Mapping, type Problem, type PupilId, type Refused } from "$host";
import { history, write } from "$state/write.svelte";
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import { pickList } from "./begin";
import { acceptedAgain, type Decided } from "./decided";
import { answered, choicesFrom, mappingOf, refusedKey } from "./choose";
import { academicYear } from "$screens/settings/year";

export type Step = "file" | "columns" | "rows" | "done";

export class Wizard {
  step = $state<Step>("file");
  view = $state.raw<ImportView | null>(null);
  fault = $state.raw<Fault | null>(null);
  /** True while what would be done was counted before the last decision. */
  stale = $state(false);
  /** What is being waited for. */
  busy = $state<"look" | "import" | null>(null);
  done = $state.raw<ImportDone | null>(null);
  /** The operation that the import was, for Undo. */
  operation = $state<number | null>(null);
  /** What the columns are to be taken for; until it has been looked at, the view is of what they were taken for before. */
  wanted = $state.raw<Mapping | null>(null);
  asAt = $state("");
  readonly leftOut = new SvelteSet<number>();
  readonly accepted = new SvelteMap<string, Problem>();
  readonly refused = new SvelteMap<string, Refused>();
  /** Who of those missing from the list has left, and their last day on roll. */
  readonly leavers = new SvelteSet<PupilId>();
  lastDay = $state("");
  #path = "";
  #text: string | null = null;
  #ticket = 0;

  /** Whether something was decided that leaving would lose. */
  get decided(): boolean {
    const some = this.leftOut.size + this.accepted.size + this.refused.size + this.leavers.size > 0;
    return this.step !== "done" && (some || this.wanted !== null);
  }

  /** The name of the draft of this list; none while there is no list. */
  get draftName(): string {
    return this.view && this.step !== "done" ? `import:${this.view.fingerprint}` : "";
  }

  /** What was decided, to outlive a lock; null where nothing was. */
  get decisions(): Decided | null {
    if (!this.decided) return null;
    const { wanted: mapping, lastDay, asAt } = this;
    return { mapping, leftOut: [...this.leftOut], accepted: [...this.accepted.keys()], refused: [...this.refused.values()], leavers: [...this.leavers], lastDay, asAt };
  }

  /** Takes up what was decided about this list before, and looks again. */
  async takeUp({ mapping, leftOut, accepted, refused, leavers, lastDay, asAt }: Decided): Promise<void> {
    [this.wanted, this.lastDay, this.asAt] = [mapping, lastDay, asAt];
    for (const row of leftOut) this.leftOut.add(row);
    for (const one of refused) this.refused.set(refusedKey(one), one);
    this.hasLeft(leavers, true);
    await this.again();
    if (!this.view || accepted.length === 0) return;
    for (const [key, problem] of acceptedAgain(accepted, this.view.preview.rows)) this.accepted.set(key, problem);
    await this.again();
  }

  /** Begins the decisions anew. */
  async forgetDecisions(): Promise<void> {
    this.wanted = null;
    this.#forget();
    await this.#look(null);
  }

  constructor(today: string) {
    this.asAt = today;
    this.lastDay = today;
  }

  /** Asks for a file and looks at it. */
  async choose(): Promise<void> {
    const path = await pickList();
    if (path !== null) await this.open(path);
  }

  /** Looks at a file that has been chosen. */
  async open(path: string): Promise<void> {
    this.#path = path;
    this.#text = null;
    await this.#begin();
  }

  /** Looks at cells that were copied in a spreadsheet. */
  async paste(text: string): Promise<void> {
    this.#path = "";
    this.#text = text;
    await this.#begin();
  }

  async #begin(): Promise<void> {
    this.wanted = null;
    this.#forget();
    if (await this.#isFirst()) this.asAt = `${academicYear(this.asAt)}-09-01`;
    if (await this.#look(null)) this.step = "columns";
  }

  /** Whether nobody is on roll yet: children of a first list were there before today, and their school year began in September. */
  async #isFirst(): Promise<boolean> {
    try {
      return !(await call("setup", {})).pupils;
    } catch {
      return false; // Today is a day she can change.
    }
  }

  /** Takes one column for something else, and looks again. */
  async take(at: number, field: Field): Promise<void> {
    if (!this.view) return;
    const { columns } = this.#mapping(this.view);
    this.wanted = { columns: columns.map((column, each) => (each === at ? { ...column, field } : column)) };
    // What was said of rows was said of what they held before.
    this.#forget();
    await this.#look(this.wanted);
  }

  /** Accepts offers or takes them back, and looks again. */
  async answer(problems: readonly Problem[], yes: boolean): Promise<void> {
    const next = answered(this.accepted, problems, yes);
    this.accepted.clear();
    for (const [key, problem] of next) this.accepted.set(key, problem);
    await this.again();
  }

  /** Refuses one change of a row, or takes that back, and looks again. */
  async refuse(one: Refused, yes: boolean): Promise<void> {
    if (yes) this.refused.set(refusedKey(one), one);
    else this.refused.delete(refusedKey(one));
    await this.again();
  }

  /** Says of pupils missing from the list that they have left, or takes that back. Nothing of the rows hangs on it. */
  hasLeft(pupils: readonly PupilId[], yes: boolean): void {
    for (const id of pupils) {
      if (yes) this.leavers.add(id);
      else this.leavers.delete(id);
    }
  }

  /** Leaves a row out or takes it in again, and looks again. */
  async leaveOut(row: number, out: boolean): Promise<void> {
    if (out) this.leftOut.add(row);
    else this.leftOut.delete(row);
    await this.again();
  }

  /** Looks at the file as it is now, with what has been decided. */
  async again(): Promise<void> {
    if (this.view) await this.#look(this.#mapping(this.view));
  }

  /** Stops waiting for a look that takes long. Nothing is lost: looking writes nothing. */
  stopLooking(): void {
    this.#ticket += 1;
    this.busy = null;
  }

  /** Writes what was agreed, all of it or nothing. */
  async carryOut(): Promise<void> {
    if (!this.view || this.busy || this.stale) return;
    this.busy = "import";
    this.fault = null;
    try {
      const { preview, fingerprint } = this.view;
      const leaving = this.leavers.size > 0 ? { pupils: [...this.leavers], last_day: this.lastDay } : null;
      const asked = { path: this.#path, text: this.#text, mapping: mappingOf(preview), choices: this.#choices(), leaving, fingerprint };
      this.done = await write("import_commit", asked, null);
      this.operation = history.last;
      this.step = "done";
    } catch (thrown) {
      this.fault = asFault(thrown);
    } finally {
      this.busy = null;
    }
  }

  async #look(mapping: Mapping | null): Promise<boolean> {
    const ticket = ++this.#ticket;
    this.busy = "look";
    this.stale = true;
    this.fault = null;
    try {
      const view = await call("import_preview", { path: this.#path, text: this.#text, mapping, choices: this.#choices() });
      if (ticket !== this.#ticket) return false;
      this.view = view;
      this.stale = false;
      const missing = view.preview.missing.map(({ id }) => id);
      this.hasLeft([...this.leavers].filter((id) => !missing.includes(id)), false);
      return true;
    } catch (thrown) {
      if (ticket === this.#ticket) this.fault = asFault(thrown);
      return false;
    } finally {
      if (ticket === this.#ticket) this.busy = null;
    }
  }

  #mapping({ preview }: ImportView): Mapping {
    return this.wanted ?? mappingOf(preview);
  }

  #choices() {
    return choicesFrom(this, this.asAt);
  }

  #forget(): void {
    this.leftOut.clear();
    this.accepted.clear();
    this.refused.clear();
    this.leavers.clear();
  }
}
