// The parts as a person uses them: by keyboard and by what they say.
import { useHost } from "$host";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, test, vi } from "vitest";
import Gallery from "../gallery/Gallery.svelte";
import { mockHost } from "../host/mock";
import DataTable from "./DataTable.svelte";
import DateInput from "./DateInput.svelte";
import MinutesInput from "./MinutesInput.svelte";
import TimeInput from "./TimeInput.svelte";
import { inView, scrollFor } from "./window";

beforeEach(() => useHost(mockHost()));

async function type(label: string, text: string) {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  await fireEvent.input(input, { target: { value: text } });
  await fireEvent.blur(input);
  return input;
}

test("a time is read when it is left and written back tidily", async () => {
  const onchange = vi.fn();
  render(TimeInput, { label: "Begins", value: null, onchange });
  const input = await type("Begins", "915");
  expect(onchange).toHaveBeenCalledWith(555);
  expect(input.value).toBe("09:15");
});

test("what cannot be read stays, with a sentence tied to it, and gives no value", async () => {
  const onchange = vi.fn();
  render(MinutesInput, { label: "How long", value: 45, onchange });
  const input = await type("How long", "a while");
  expect(onchange).toHaveBeenCalledWith(null);
  expect(input.value).toBe("a while");
  expect(input.getAttribute("aria-invalid")).toBe("true");
  const described = document.getElementById(input.getAttribute("aria-describedby") ?? "");
  expect(described?.textContent).toContain("such as 45 or 1h20");
  await type("How long", "1h20");
  expect(onchange).toHaveBeenLastCalledWith(80);
  expect(input.getAttribute("aria-invalid")).toBeNull();
});

test("a day that does not exist is no date", async () => {
  const onchange = vi.fn();
  render(DateInput, { label: "From", value: "2026-11-02", onchange });
  await type("From", "31/4/2026");
  expect(onchange).toHaveBeenLastCalledWith(null);
  await type("From", "30/4/2026");
  expect(onchange).toHaveBeenLastCalledWith("2026-04-30");
});

test("the calendar opens on the chosen day and gives the one that is clicked", async () => {
  const onchange = vi.fn();
  render(DateInput, { label: "From", value: "2026-11-02", onchange });
  await fireEvent.click(screen.getByRole("button", { name: "Choose from a calendar: From" }));
  const day = await screen.findByRole("button", { name: /^Monday, 2 November 2026/i });
  await waitFor(() => expect(document.activeElement).toBe(day));
  await fireEvent.click(screen.getByRole("button", { name: /^Wednesday, 11 November 2026/i }));
  expect(onchange).toHaveBeenCalledWith("2026-11-11");
});

test("a long table draws what is in view, moves by arrow keys and opens with Enter", async () => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({ id: at, name: `Row ${at}` }));
  const onopen = vi.fn();
  const onsort = vi.fn();
  render(DataTable<{ id: number; name: string }>, {
    label: "Rows",
    rows,
    keyOf: (row) => row.id,
    columns: [{ key: "name", label: "Name", text: (row) => row.name, sortable: true }],
    sort: { key: "name", direction: "ascending" },
    onsort,
    onopen,
  });
  const grid = screen.getByRole("grid", { name: "Rows" });
  expect(grid.getAttribute("aria-rowcount")).toBe("2001");
  expect(within(grid).getAllByRole("row").length).toBeLessThan(100);
  await fireEvent.keyDown(grid, { key: "ArrowDown" });
  await fireEvent.keyDown(grid, { key: "ArrowDown" });
  expect(document.getElementById(grid.getAttribute("aria-activedescendant") ?? "")?.textContent).toContain("Row 2");
  await fireEvent.keyDown(grid, { key: "Enter" });
  expect(onopen).toHaveBeenCalledWith(rows[2]);
  const heading = within(grid).getByRole("columnheader", { name: "Name" });
  expect(heading.getAttribute("aria-sort")).toBe("ascending");
  await fireEvent.click(within(heading).getByRole("button"));
  expect(onsort).toHaveBeenCalledWith({ key: "name", direction: "descending" });
});

test.each([
  [{ count: 2000, top: 0, height: 400 }, { from: 0, to: 18 }],
  [{ count: 2000, top: 4000, height: 400 }, { from: 92, to: 118 }],
  [{ count: 5, top: 0, height: 400 }, { from: 0, to: 5 }],
  [{ count: 3, top: 4000, height: 400 }, { from: 3, to: 3 }],
])("rows in view of %j", ({ count, top, height }, span) => expect(inView(count, 40, top, height)).toEqual(span));

test.each([
  [0, 0, 0],
  [9, 0, 40],
  [2, 200, 80],
  [6, 200, 200],
])("row %i from %i scrolls to %i", (row, top, expected) => expect(scrollFor(row, 40, top, 400, 40)).toBe(expected));

test("axe finds nothing wrong with any part", async () => {
  const { container } = render(Gallery);
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}, 30_000);
