// Meetings from a calendar file: nothing is taken that was not ticked, and what cannot be taken says why.
import { call, useHost, type MeetingsView } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { turnPrivacy } from "$state/privacy.svelte";
import { enter } from "$state/session.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { bookOfWeek, type Book } from "../book";
import Meetings from "./Meetings.svelte";

let host: MockHost;
let book: Book;
beforeEach(async () => {
  turnPrivacy(false);
  host = mockHost();
  useHost(host);
  enter(await call("sample_explore", {}));
  book = bookOfWeek(await call("week", { date: "2026-11-09" }));
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);
const press = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));

async function read() {
  let closed = 0;
  render(Meetings, { book, monday: "2026-11-09", onclose: () => (closed += 1) });
  await press(/^Choose the file/);
  await screen.findByRole("checkbox", { name: /TAC meeting/ });
  return () => closed;
}
const chooseWork = async (name: string) => {
  const work = screen.getByLabelText(/^Kind of work/);
  await fireEvent.input(work, { target: { value: name } });
  await fireEvent.keyDown(work, { key: "Enter" });
};

test("nothing is ticked by itself, and what has no time says so and cannot be", async () => {
  await read();
  expect(screen.getAllByRole<HTMLInputElement>("checkbox").map((box) => [box.checked, box.disabled])).toEqual([[false, false], [false, false], [false, true]]);
  screen.getByText("It has no time of its own, so it cannot be laid.");
  screen.getByText("Something else stands at that time already.");
  screen.getByText("1 line was not understood");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Take those ticked/ }).disabled).toBe(true);
});

test("those ticked are taken in one step, once their kind of work was said", async () => {
  const closed = await read();
  await fireEvent.click(screen.getByRole("checkbox", { name: /TAC meeting/ }));
  await fireEvent.click(screen.getByRole("checkbox", { name: /Governors/ }));
  await press(/^Lay 2 meetings/);
  await screen.findByText("Choose the kind of work, so that this time counts for something.");
  expect(asked("meetings_take")).toEqual([]);
  await chooseWork("Meetings with parents");
  await press(/^Lay 2 meetings/);
  await waitFor(() => expect(asked("meetings_take")).toHaveLength(1));
  expect(asked("meetings_take")[0]).toMatchObject({ date: "2026-11-09", activity: 4, meetings: [{ title: "TAC meeting", start: 570 }, { title: "Governors", start: 840 }] });
  await waitFor(() => expect(closed()).toBe(1));
});

test("a meeting that was a planned block is ticked and needs no kind of work", async () => {
  const block = book.blocks[0]!;
  const meetings = [{ date: block.date, start: block.start, minutes: block.minutes, title: "Review", block: block.id, overlaps: false, not_taken: null }];
  host.answer({ meetings_read: (): MeetingsView => ({ becomes: "entries", meetings, there: 0, activity: null, problems: [], unlisted: 0 }) });
  render(Meetings, { book, monday: "2026-11-09", onclose: () => {} });
  await press(/^Choose the file/);
  const box = await screen.findByRole<HTMLInputElement>("checkbox", { name: /Review/ });
  expect([box.checked, screen.queryByLabelText(/^Kind of work/)]).toEqual([true, null]);
  await press(/^Write down 1 meeting/);
  await waitFor(() => expect(asked("meetings_take")).toHaveLength(1));
});

test("a file that is no calendar leaves the dialog where it was, with its sentence", async () => {
  host.answer({
    meetings_read: () => {
      throw { code: "ics.not_a_calendar", message: "That is not a calendar file.", field: "path" };
    },
  });
  render(Meetings, { book, monday: "2026-11-09", onclose: () => {} });
  await press(/^Choose the file/);
  await screen.findByText("That is not a calendar file.");
  screen.getByRole("button", { name: /^Choose the file/ });
});

test("while names are hidden no title of another calendar is on the page", async () => {
  turnPrivacy(true);
  render(Meetings, { book, monday: "2026-11-09", onclose: () => {} });
  await press(/^Choose the file/);
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findAllByRole("checkbox");
  expect(document.body.textContent).not.toContain("TAC meeting");
});
