import { expect, test } from "vitest";
import { land, nudged, step, type Cursor, type Stop } from "./cursor";

const range = { from: 480, to: 1020 };
const stop = (id: string, column: number, start: number, end: number): Stop => ({ id, column, start, end });
const stops = [stop("brief", 0, 550, 560), stop("long", 0, 600, 690), stop("over", 0, 660, 720), stop("next", 1, 600, 660)];
const cell = (column: number, minute: number): Cursor => ({ column, minute, stop: null });
const on = (id: string): Cursor => {
  const found = stops.find((one) => one.id === id)!;
  return { column: found.column, minute: found.start, stop: id };
};

test.each<[string, Cursor, string, Cursor]>([
  ["down a quarter", cell(1, 540), "ArrowDown", cell(1, 555)],
  ["up a quarter", cell(1, 540), "ArrowUp", cell(1, 525)],
  ["not above the first hour", cell(1, 480), "ArrowUp", cell(1, 480)],
  ["not below the last", cell(1, 1005), "ArrowDown", cell(1, 1005)],
  ["down onto something short that a cell would step over", cell(0, 540), "ArrowDown", on("brief")],
  ["down past the end of what is stood on", on("brief"), "ArrowDown", cell(0, 560)],
  ["down onto what overlaps", on("long"), "ArrowDown", on("over")],
  ["up from what overlaps", on("over"), "ArrowUp", on("long")],
  ["down from the last of them", on("over"), "ArrowDown", cell(0, 720)],
  ["up onto what ends there", cell(0, 720), "ArrowUp", on("over")],
  ["across onto what is at the same time", on("long"), "ArrowRight", on("next")],
  ["across to nothing", cell(0, 540), "ArrowRight", cell(1, 540)],
  ["not past the first day", cell(0, 540), "ArrowLeft", cell(0, 540)],
  ["to the first of the day", cell(0, 900), "Home", on("brief")],
  ["to the last of the day", cell(0, 480), "End", on("over")],
  ["to the next piece from a cell", cell(0, 480), "PageDown", on("brief")],
  ["to the next piece, over midnight", on("over"), "PageDown", on("next")],
  ["to the piece before", on("next"), "PageUp", on("over")],
  ["nowhere after the last", on("next"), "PageDown", on("next")],
])("%s", (_, from, key, to) => expect(step(from, key, stops, 2, range)).toEqual(to));

test("other keys lead nowhere", () => expect(step(cell(0, 540), "a", stops, 2, range)).toBeNull());
test("a cell that something covers is that thing", () => expect(land(0, 610, stops).stop).toBe("long"));

const block = { day: 1, start: 540, minutes: 60 };
test.each<[string, string, "shift" | "alt", object | null]>([
  ["later", "ArrowDown", "shift", { ...block, start: 555 }],
  ["the day before", "ArrowLeft", "shift", { ...block, day: 0 }],
  ["longer", "ArrowDown", "alt", { ...block, minutes: 75 }],
  ["shorter", "ArrowUp", "alt", { ...block, minutes: 45 }],
  ["Alt and left belongs to going back", "ArrowLeft", "alt", null],
])("a block is moved: %s", (_, key, held, to) => expect(nudged(block, key, { shift: held === "shift", alt: held === "alt" }, 5)).toEqual(to));

test("a block stays within the week, the day and a quarter of an hour", () => {
  const shift = { shift: true, alt: false };
  expect(nudged({ ...block, day: 4 }, "ArrowRight", shift, 5)?.day).toBe(4);
  expect(nudged({ ...block, start: 1380 }, "ArrowDown", shift, 5)?.start).toBe(1380);
  expect(nudged({ ...block, minutes: 15 }, "ArrowUp", { shift: false, alt: true }, 5)?.minutes).toBe(15);
  expect(nudged(block, "ArrowDown", { shift: true, alt: true }, 5)).toBeNull();
});

test.each<[string, Cursor, string, Cursor]>([
  ["down to the next line", cell(1, 540), "ArrowDown", cell(1, 545)],
  ["up to the line before", cell(1, 540), "ArrowUp", cell(1, 535)],
  ["End to the last line of the day", cell(2, 540), "End", cell(2, 1015)],
])("on the grid of five minutes: %s", (_, from, key, to) => expect(step(from, key, stops, 5, range, 5)).toEqual(to));

test.each<[number, string, "shift" | "alt", object]>([
  [5, "ArrowDown", "shift", { start: 555, minutes: 53 }],
  [5, "ArrowUp", "shift", { start: 550, minutes: 53 }],
  [15, "ArrowDown", "shift", { start: 555, minutes: 53 }],
  [15, "ArrowUp", "shift", { start: 540, minutes: 53 }],
  [5, "ArrowDown", "alt", { start: 552, minutes: 58 }],
  [5, "ArrowUp", "alt", { start: 552, minutes: 48 }],
  [15, "ArrowDown", "alt", { start: 552, minutes: 63 }],
])("a block from 09:12 to 10:05 comes to the lines of a grid of %i: %s with %s", (grid, key, held, to) =>
  expect(nudged({ day: 1, start: 552, minutes: 53 }, key, { shift: held === "shift", alt: held === "alt" }, 5, grid)).toEqual({ day: 1, ...to }),
);

test("a block of five minutes is made no longer by making it shorter on the coarser grid", () => {
  const brief = { day: 0, start: 540, minutes: 5 };
  expect(nudged(brief, "ArrowUp", { shift: false, alt: true }, 5, 15)?.minutes).toBe(5);
  expect(nudged(brief, "ArrowDown", { shift: false, alt: true }, 5, 15)?.minutes).toBe(15);
});
