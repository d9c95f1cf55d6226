// Laying, moving and stretching blocks with a pointer. It knows minutes and columns, no elements.
import { carried, drawn, FINE, pulled, type Point, type Stretch } from "./geometry";

/** A hand that trembles is not a drag, in pixels. */
const STILL = 4;

export type Held = { how: "lay" } | { how: "move" | "stretch"; block: number; from: Stretch };
export interface Dropped {
  held: Held;
  stretch: Stretch;
}

export class Drag {
  /** Where it would be if it were let go now; null while nothing is dragged. */
  ghost = $state.raw<Stretch | null>(null);
  /** The block that is being moved or stretched. */
  block = $state<number | null>(null);
  #held: Held | null = null;
  #begun: Point = { day: 0, minute: 0 };
  #from = { x: 0, y: 0 };

  begin(held: Held, point: Point, event: PointerEvent): void {
    this.#held = held;
    this.#begun = point;
    this.#from = { x: event.clientX, y: event.clientY };
  }

  /** True from the moment it is a drag and not a click. */
  move(point: Point, event: PointerEvent, grid: number): boolean {
    const held = this.#held;
    if (!held) return false;
    const far = Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) > STILL;
    if (!this.ghost && !far) return false;
    const step = event.shiftKey ? FINE : grid;
    if (held.how === "lay") this.ghost = drawn(this.#begun, point, step);
    else if (held.how === "move") this.ghost = carried(held.from, this.#begun, point, step);
    else this.ghost = pulled(held.from, point, step);
    this.block = held.how === "lay" ? null : held.block;
    return true;
  }

  /** Lets go: what was dragged and to where, or null when nothing was. */
  drop(): Dropped | null {
    const [held, stretch] = [this.#held, this.ghost];
    this.cancel();
    return held && stretch ? { held, stretch } : null;
  }

  cancel(): void {
    this.#held = null;
    this.ghost = null;
    this.block = null;
  }
}
