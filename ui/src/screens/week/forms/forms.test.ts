// The forms beside the timetable: what they hand to the core, and what they say instead.
import { call, useHost, type BreakStory } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { bookOfWeek, type Book } from "../book";
import { blankEntry } from "../drafts";
import { Panels } from "../panels.svelte";
import BlockForm from "./BlockForm.svelte";
import BlockSaid from "./BlockSaid.svelte";
import BreakSaid from "./BreakSaid.svelte";
import EntryForm from "./EntryForm.svelte";
import NotDone from "./NotDone.svelte";

let host: MockHost;
let book: Book;
let panels: Panels;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("sample_explore", {}));
  book = bookOfWeek(await call("week", { date: "2026-11-02" }));
  panels = new Panels();
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);
const panel = () => screen.findByRole("dialog");
const submit = async () => fireEvent.submit((await panel()).querySelector("form")!);
const type = (label: RegExp, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const leave = (label: RegExp) => fireEvent.blur(screen.getByLabelText(label));
const settled = () => new Promise((done) => setTimeout(done, 20));

test.each([[/^Start/, "25:00"], [/^Day/, "31/6"], [/^How long/, "a while"]])("an entry whose %s cannot be read is not saved without it", async (label, typed) => {
  render(EntryForm, { book, panels, from: { ...blankEntry("2026-11-04", 600, 15), text: "Phone" } });
  await panel();
  await type(label, typed);
  screen.getByLabelText(label).focus();
  await submit();
  await settled();
  expect(asked("entry_add")).toEqual([]);
  expect(screen.getByLabelText(label).getAttribute("aria-invalid")).toBe("true");
});

test("a block whose length cannot be read is not laid", async () => {
  render(BlockForm, { book, panels, from: { date: "2026-11-04", start: 600, minutes: 30, title: "", activity: 1, place: "school", pupils: [] } });
  await panel();
  await type(/^How long/, "a while");
  await leave(/^How long/);
  await submit();
  await settled();
  expect(asked("block_add")).toEqual([]);
});

test("the timer begins on today's block of a plan that is not frozen, and on no other day's", async () => {
  const { session } = await import("$state/session.svelte");
  const of = (date: string) => ({ ...book.blocks[0]!, date });
  const from = { date: session.today, start: 600, minutes: 30, title: "", activity: 1, place: "school" as const, pupils: [] };
  const { unmount } = render(BlockForm, { book, panels, from, block: of("2026-10-01") });
  await panel();
  expect(screen.queryByRole("button", { name: "Start the timer" })).toBeNull();
  unmount();
  render(BlockForm, { book, panels, from, block: of(session.today) });
  await fireEvent.click(await screen.findByRole("button", { name: "Start the timer" }));
  await waitFor(() => expect(asked("timer_begin")).toMatchObject([{ how: "start", block: book.blocks[0]!.id }]));
});

test("what an entry pushed out is no longer said on another day", async () => {
  const open = book.blocks.find((block) => block.state.is === "open")!;
  const bare = book.days.map((day) => day.date).find((date) => !book.blocks.some((block) => block.date === date))!;
  render(EntryForm, { book, panels, from: { ...blankEntry(open.date, 600, 15), kind: "interruption", displaced: open.id, text: "Phone" }, entry: 2 });
  await panel();
  await type(/^Day/, bare);
  await leave(/^Day/);
  await submit();
  await waitFor(() => expect(asked("entry_save")).toMatchObject([{ details: { date: bare, displaced: null } }]));
});

test("a refusal about a field that is not on the page is said all the same", async () => {
  const bare = book.days.map((day) => day.date).find((date) => !book.blocks.some((block) => block.date === date))!;
  const message = "That block is of another day. Nothing was changed.";
  host.answer({
    entry_add: () => {
      throw { code: "entry.displaced", message, field: "displaced" };
    },
  });
  render(EntryForm, { book, panels, from: { ...blankEntry(bare, 600, 15), kind: "interruption", text: "Phone" } });
  await panel();
  await submit();
  await screen.findByText(message);
});

test("a letter says something of a block only in its own panel, and not while a line is typed over it", async () => {
  const block = book.blocks.find((one) => one.state.is === "open")!;
  render(BlockSaid, { book, panels, block });
  const own = await panel();
  const over = document.body.appendChild(document.createElement("div"));
  over.setAttribute("role", "dialog");
  over.dataset.state = "open";
  const line = over.appendChild(document.createElement("input"));
  await fireEvent.keyDown(line, { key: "p" });
  await fireEvent.keyDown(over, { key: "p" });
  over.remove();
  await fireEvent.keyDown(own, { key: "p", repeat: true });
  await settled();
  expect(asked("block_as_planned")).toEqual([]);
  await fireEvent.keyDown(own, { key: "p" });
  await waitFor(() => expect(asked("block_as_planned")).toEqual([{ block: block.id }]));
});

test("a break that was taken after all keeps no reason of its being missed", async () => {
  const one = { ...book.days.flatMap((day) => day.breaks)[0]!, state: "missed", why: "On duty", said: true } as BreakStory;
  render(BreakSaid, { panels, closed: false, one });
  await panel();
  await fireEvent.click(screen.getByLabelText("Taken"));
  await submit();
  await waitFor(() => expect(asked("break_mark")).toMatchObject([{ mark: { state: "taken", why: "" } }]));
});

test("pupils that could not be looked up are not said to be missing", async () => {
  host.answer({
    pupil_find: () => {
      throw { code: "store.busy", message: "The register could not be read just now.", field: null };
    },
  });
  render(EntryForm, { book, panels, from: blankEntry("2026-11-04", 600, 15) });
  await panel();
  await type(/^Pupils it is about/, "jac");
  await screen.findByText("The register could not be read just now.");
  expect(screen.queryByText("No pupil fits what was typed.")).toBeNull();
});

test("fields take as much as the core does", async () => {
  const most = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label).maxLength;
  const { unmount } = render(EntryForm, { book, panels, from: { ...blankEntry("2026-11-04", 600, 15), kind: "interruption" } });
  await panel();
  expect(most(/^Who interrupted/)).toBe(120);
  unmount();
  const missed = render(BreakSaid, { panels, closed: false, one: { ...book.days.flatMap((day) => day.breaks)[0]!, state: "missed" } });
  await panel();
  expect(most(/^Why/)).toBe(400);
  missed.unmount();
  render(NotDone, { book, panels, block: book.blocks[0]! });
  await panel();
  expect(most(/^Why/)).toBe(400);
});

test("Escape asks before an entry that was typed is lost", async () => {
  render(EntryForm, { book, panels, from: blankEntry("2026-11-04", 600, 15) });
  const own = await panel();
  await type(/^What happened/, "Phone");
  await fireEvent.keyDown(own, { key: "Escape" });
  await screen.findByRole("dialog", { name: "Leave without saving?" });
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^What happened/).value).toBe("Phone");
});

test("what was planned for then is offered as pushed out, and taken with one press", async () => {
  const open = book.blocks.find((block) => block.state.is === "open")!;
  render(EntryForm, { book, panels, from: { ...blankEntry(open.date, open.start, 15), kind: "interruption", text: "Phone", activity: 1 }, entry: 2, classifying: true });
  const own = await panel();
  await fireEvent.click(await screen.findByRole("button", { name: `It pushed out ${open.title}` }));
  expect(screen.queryByText("Planned for then:")).toBeNull();
  await fireEvent.submit(own.querySelector("form")!);
  await waitFor(() => expect(asked("entry_save")).toMatchObject([{ details: { displaced: open.id } }]));
});
