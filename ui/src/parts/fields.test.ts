// Fields and panels that must not lose or keep what they should not.
import { useHost } from "$host";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { createRawSnippet } from "svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { mockHost } from "../host/mock";
import Combobox from "./Combobox.svelte";
import DataTable from "./DataTable.svelte";
import DateInput from "./DateInput.svelte";
import MinutesInput from "./MinutesInput.svelte";
import SidePanel from "./SidePanel.svelte";
import TimeInput from "./TimeInput.svelte";
import { allRead } from "./unread";

beforeEach(() => useHost(mockHost()));

test("a day chosen from the calendar takes the place of one that could not be read", async () => {
  render(DateInput, { label: "From", value: "2026-11-02" });
  const input = screen.getByLabelText<HTMLInputElement>("From");
  await fireEvent.input(input, { target: { value: "31/4" } });
  await fireEvent.blur(input);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  await fireEvent.click(screen.getByRole("button", { name: "Choose from a calendar: From" }));
  await fireEvent.click((await screen.findAllByRole("button", { name: /11 November|11 \w+ \d{4}/i }))[0]!);
  await waitFor(() => expect(input.value).toMatch(/^11\//));
  expect(input.getAttribute("aria-invalid")).toBeNull();
});

test("a value from outside takes the place of what could not be read", async () => {
  const { rerender } = render(DateInput, { label: "From", value: "2026-11-02" });
  const input = screen.getByLabelText<HTMLInputElement>("From");
  await fireEvent.input(input, { target: { value: "31/4" } });
  await fireEvent.blur(input);
  await rerender({ value: "2026-12-01" });
  expect([input.value, input.getAttribute("aria-invalid")]).toEqual(["01/12/2026", null]);
});

test("a form is ready only when everything in it can be read, what is still being typed too", async () => {
  const { container } = render(DateInput, { label: "From", value: "2026-11-02" });
  const input = screen.getByLabelText<HTMLInputElement>("From");
  input.focus();
  await fireEvent.input(input, { target: { value: "31/6" } });
  expect(await allRead(container)).toBe(false);
  expect(document.activeElement).toBe(input);
  await fireEvent.input(input, { target: { value: "30/6/2026" } });
  expect(await allRead(container)).toBe(true);
});

const KINDS = [
  { value: "1", label: "Phone calls" },
  { value: "2", label: "Email" },
  { value: "3", label: "Emails to parents" },
];
async function typeAndLeave(text: string, key = "Tab") {
  const input = screen.getByRole<HTMLInputElement>("combobox");
  input.focus();
  await fireEvent.input(input, { target: { value: text } });
  await fireEvent.keyDown(input, { key });
  await waitFor(() => expect(input.getAttribute("aria-expanded")).toBe("false"));
  return input;
}

test.each([
  ["the whole of a label", "phone calls", "1", "Phone calls"],
  ["what fits one alone", "pho", "1", "Phone calls"],
  ["a label that begins another", "email", "2", "Email"],
])("%s is taken for the choice when the field is left", async (_, typed, value, shown) => {
  const onchange = vi.fn();
  render(Combobox, { label: "Kind", value: "", options: KINDS, onchange });
  const input = await typeAndLeave(typed);
  expect(onchange).toHaveBeenLastCalledWith(value);
  await waitFor(() => expect(input.value).toBe(shown));
});

test.each([["could mean two", "ema", "Tab"], ["means none", "xyz", "Tab"], ["was given up", "phone", "Escape"]])("what %s does not stay in the field as if it were chosen", async (_, typed, key) => {
  const onchange = vi.fn();
  render(Combobox, { label: "Kind", value: "3", options: KINDS, onchange });
  const input = await typeAndLeave(typed, key);
  expect(onchange).not.toHaveBeenCalled();
  await waitFor(() => expect(input.value).toBe("Emails to parents"));
});

test("options that are told anew leave what is being typed", async () => {
  const { rerender } = render(Combobox, { label: "Kind", value: "3", options: KINDS });
  const input = screen.getByRole<HTMLInputElement>("combobox");
  await fireEvent.input(input, { target: { value: "pho" } });
  await rerender({ options: KINDS.map((kind) => ({ ...kind })) });
  expect(input.value).toBe("pho");
});

test("somebody who was found is never chosen by leaving the field", async () => {
  const onchange = vi.fn();
  render(Combobox, { label: "Pupil", value: "", options: [{ value: "7", label: "Jacob Osborne" }], onquery: () => {}, onchange });
  const input = await typeAndLeave("jac");
  expect(onchange).not.toHaveBeenCalled();
  await waitFor(() => expect(input.value).toBe(""));
});

test("a table is scrolled to where its caller sets it", async () => {
  const rows = Array.from({ length: 500 }, (_, at) => ({ id: at }));
  const { container, rerender } = render(DataTable<{ id: number }>, { label: "Rows", rows, keyOf: (row) => row.id, columns: [{ key: "id", label: "Id", text: (row) => String(row.id) }], top: 4000 });
  const box = container.querySelector(".box")!;
  await waitFor(() => expect(box.scrollTop).toBe(4000));
  await rerender({ top: 0 });
  await waitFor(() => expect(box.scrollTop).toBe(0));
});

test("a panel asks before what was typed in it is lost, and only then", async () => {
  const onclose = vi.fn();
  const children = createRawSnippet(() => ({ render: () => "<p>Typed</p>" }));
  const { rerender } = render(SidePanel, { open: true, title: "An entry", unsaved: true, onclose, children });
  const panel = await screen.findByRole("dialog", { name: "An entry" });
  await fireEvent.keyDown(panel, { key: "Escape" });
  await screen.findByRole("dialog", { name: "Leave without saving?" });
  await waitFor(() => expect(document.activeElement?.textContent).toContain("Stay"));
  expect(onclose).not.toHaveBeenCalled();
  await fireEvent.click(screen.getByRole("button", { name: "Stay" }));
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Leave without saving?" })).toBeNull());
  await fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await fireEvent.click(await screen.findByRole("button", { name: "Leave without saving" }));
  expect(onclose).toHaveBeenCalledTimes(1);
  await rerender({ open: true, unsaved: false });
  await fireEvent.keyDown(await screen.findByRole("dialog", { name: "An entry" }), { key: "Escape" });
  await waitFor(() => expect(onclose).toHaveBeenCalledTimes(2));
});

test("an empty time or length shows no figure that could be taken for one", () => {
  render(TimeInput, { label: "From", value: null });
  render(MinutesInput, { label: "How long", value: null });
  for (const label of ["From", "How long"]) {
    const { value, placeholder } = screen.getByLabelText<HTMLInputElement>(label);
    expect(`${value} ${placeholder}`).not.toMatch(/\d/);
  }
});

test("a length within a day that is longer than a day is answered with how long a day is", async () => {
  render(MinutesInput, { label: "How long", value: 45, withinDay: true });
  const field = screen.getByLabelText<HTMLInputElement>("How long");
  await fireEvent.input(field, { target: { value: "25 h" } });
  await fireEvent.blur(field);
  await screen.findByText("A day has 24 hours. Type a shorter length, and put the rest on the next day.");
  expect(screen.queryByText(/changed/)).toBeNull();
  await fireEvent.input(field, { target: { value: "24 h" } });
  await fireEvent.blur(field);
  await waitFor(() => expect(field.value).toBe("24 h"));
  expect(field.getAttribute("aria-invalid")).not.toBe("true");
});
