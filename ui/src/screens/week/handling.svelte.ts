// What the keyboard and the pointer do in the timetable: where the cursor stands, what is dragged, what is opened. The drawing is Timetable.svelte.
import { clock, clockRange } from "$format/clock";
import { dayName } from "$format/dates";
import { minutes } from "$format/duration";
import { appearance } from "$state/appearance.svelte";
import { attempt } from "$state/write.svelte";
import { tick } from "svelte";
import { blockOf, titleOf, type Book, type Slot } from "./book";
import { land, nudged, step, type Cursor } from "./cursor";
import { Drag } from "./drag.svelte";
import { blankBlock, blankEntry, DAY } from "./drafts";
import { between, daysShown, hoursShown, pointAt, snap, type Point, type Stretch } from "./geometry";
import type { Moves } from "./moves.svelte";
import type { Panels } from "./panels.svelte";
import { columnOf, columnsOf, dayOfColumn, piecesOf, type Mode, type Piece } from "./pieces";

export interface Given {
  book: Book;
  mode: Mode;
  today: string;
  panels: Panels;
  moves: Moves;
}

const MORNING = 9 * 60;
const A_WHILE = 30;
const AN_HOUR = 60;

export class Handling {
  readonly drag = new Drag();
  /** The element the days are drawn in. */
  area = $state<HTMLElement>();
  /** How high that is, in pixels. */
  height = $state(0);
  cursor = $state.raw<Cursor>({ column: 0, minute: MORNING, stop: null });
  /** Read out politely: where the cursor stands, where a block went. */
  said = $state("");
  #given: () => Given;

  constructor(given: () => Given) {
    this.#given = given;
  }

  /** What keys and pointers snap to, in minutes. */
  grid = $derived(appearance.current.grid);
  days = $derived.by(() => daysShown(this.#given().book.days));
  range = $derived(hoursShown(this.days));
  /** How high an hour is drawn, in rem: letters may be large, and the window low. */
  hour = $derived.by(() => {
    void appearance.current.text_size;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    return (this.height / rem / (this.range.to - this.range.from)) * 60;
  });
  pieces = $derived.by(() => piecesOf(this.days, this.#given().mode, this.#given().book.frozen));
  /** Where the cursor stands: what it stood on may have gone with its whole day, and something may have come where nothing was. */
  at = $derived.by(() => {
    const { column, minute, stop } = this.cursor;
    if (this.pieces.some((piece) => piece.id === stop)) return this.cursor;
    const last = columnsOf(this.days.length, this.#given().mode) - 1;
    return land(between(column, 0, Math.max(0, last)), minute, this.pieces);
  });
  stood = $derived(this.pieces.find((piece) => piece.id === this.at.stop));
  editable = $derived.by(() => this.#given().mode === "plan" && !this.#given().book.frozen && !this.#given().book.closed);
  /** What Enter does on an empty cell. */
  cellDoes = $derived.by(() => (this.editable ? "lay a block" : this.#given().mode === "happened" && !this.#given().book.closed ? "write an entry" : null));
  cellDay = $derived.by(() => dayOfColumn(this.at.column, this.#given().mode));
  cellLabel = $derived(`${dayName(this.days[this.cellDay]?.date ?? "2000-01-03")} ${clock(this.at.minute)}: ${this.cellDoes ?? "nothing"}`);

  /** Puts the cursor on the morning of today, or of the first day, without taking the focus. */
  start(): void {
    const { today, mode } = this.#given();
    const day = Math.max(0, this.days.findIndex((one) => one.date === today));
    this.cursor = land(columnOf(day, "plan", mode), MORNING, this.pieces);
  }

  key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape" && this.drag.ghost) this.drag.cancel();
    else if (!this.#editBlock(event)) {
      const columns = columnsOf(this.days.length, this.#given().mode);
      const next = event.shiftKey || event.altKey ? null : step(this.at, event.key, this.pieces, columns, this.range, this.grid);
      if (!next) return;
      this.goTo(next);
    }
    event.preventDefault();
  }

  /** Moves the cursor and the focus with it. */
  goTo(next: Cursor): void {
    this.cursor = next;
    if (next.stop === null) this.said = this.cellLabel;
    void tick().then(() => this.area?.querySelector<HTMLElement>("[data-stood]")?.focus());
  }

  async open(piece: Piece): Promise<void> {
    const { panels, moves } = this.#given();
    await moves.flush();
    if (piece.what === "break") panels.show({ is: "break", date: piece.date, name: String(piece.of) });
    else if (piece.what === "entry") panels.show({ is: "entry", entry: Number(piece.of) });
    else panels.show({ is: "block", block: Number(piece.of) });
  }

  /** Enter on an empty cell: a new block, or an entry as long as what is missing there. */
  openCell(): void {
    const day = this.days[this.cellDay];
    if (!day || !this.cellDoes) return;
    const start = this.at.minute;
    const gap = day.gaps.find((span) => span.start <= start && start < span.end);
    if (this.editable) this.#given().panels.show({ is: "lay", draft: blankBlock({ date: day.date, start, minutes: A_WHILE }) });
    else this.#given().panels.show({ is: "write", draft: blankEntry(day.date, start, gap ? Math.min(AN_HOUR, gap.end - start) : A_WHILE) });
  }

  take(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === "touch") return;
    const target = event.target as HTMLElement;
    const on = this.pieces.find((piece) => piece.id === target.closest<HTMLElement>("[data-piece]")?.dataset.piece);
    const { point, across } = this.#point(event);
    if (on?.what === "block" && this.editable) {
      const from = { day: on.day, start: on.start, minutes: on.end - on.start };
      this.drag.begin({ how: target.closest("[data-edge]") ? "stretch" : "move", block: Number(on.of), from }, point, event);
    } else if (!on && !target.closest("button")) {
      event.preventDefault();
      const side = across % 1 > 0.46 ? "happened" : "plan";
      this.goTo(land(columnOf(point.day, side, this.#given().mode), snap(point.minute - this.grid / 2, this.grid), this.pieces));
      if (this.editable) this.drag.begin({ how: "lay" }, point, event);
    }
  }

  pull(event: PointerEvent): void {
    if (this.drag.move(this.#point(event).point, event, this.grid) && !this.area?.hasPointerCapture(event.pointerId)) this.area?.setPointerCapture(event.pointerId);
  }

  drop(): void {
    const dropped = this.drag.drop();
    if (!dropped) return;
    const { held, stretch } = dropped;
    if (held.how !== "lay") return this.#put(held.block, stretch, false);
    const date = this.days[stretch.day]!.date;
    this.#given().panels.show({ is: "lay", draft: blankBlock({ date, start: stretch.start, minutes: stretch.minutes }) });
  }

  /** Something held beside the timetable is over it, or not: it shows where it would be laid. */
  hover(at: { clientX: number; clientY: number }, long: number): void {
    const box = this.area?.getBoundingClientRect();
    const over = box && at.clientX >= box.left && at.clientX < box.right && at.clientY >= box.top && at.clientY < box.bottom;
    if (!over || !this.editable) return void (this.drag.ghost = null);
    const { point } = this.#point(at);
    this.drag.ghost = { day: point.day, start: between(snap(point.minute, this.grid), 0, DAY - long), minutes: long };
  }

  /** It is let go: where it is to be laid, or null where it was not over the days. */
  letGo(): Slot | null {
    const ghost = this.drag.ghost;
    this.drag.cancel();
    return ghost && { date: this.days[ghost.day]!.date, start: ghost.start, minutes: ghost.minutes };
  }

  #editBlock(event: KeyboardEvent): boolean {
    const stood = this.stood;
    const block = this.editable && stood?.what === "block" ? blockOf(this.#given().book, Number(stood.of)) : undefined;
    if (!block || !stood) return false;
    if (event.key === "Delete" || event.key === "Backspace") {
      void this.#remove(block.id, titleOf(this.#given().book, block));
      return true;
    }
    const from = { day: stood.day, start: block.start, minutes: block.minutes };
    const to = nudged(from, event.key, { shift: event.shiftKey, alt: event.altKey }, this.days.length, this.grid);
    if (to) this.#put(block.id, to, true);
    return to !== null;
  }

  #put(block: number, to: Stretch, soon: boolean): void {
    const { moves, mode } = this.#given();
    const date = this.days[to.day]!.date;
    moves.put(block, { date, start: to.start, minutes: to.minutes }, soon);
    this.goTo({ column: columnOf(to.day, "plan", mode), minute: to.start, stop: `block-${block}` });
    this.said = `${dayName(date)} ${clockRange(to.start, to.start + to.minutes)}, ${minutes(to.minutes)}`;
  }

  async #remove(block: number, title: string): Promise<void> {
    await this.#given().moves.flush();
    const gone = await attempt("block_remove", { block }, `Taken out of the plan: ${title}`);
    if (gone !== undefined) this.goTo({ ...this.at, stop: null });
  }

  #point(event: { clientX: number; clientY: number }): { point: Point; across: number } {
    const box = this.area!.getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    const point = pointAt(across, (event.clientY - box.top) / box.height, this.days.length, this.range);
    return { point, across: across * this.days.length };
  }
}
