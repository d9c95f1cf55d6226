// Typing the school's year and hours, on the mock host.
import { call, useHost } from "$host";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { mockHost, type MockHost } from "../../host/mock";
import { go } from "$state/router.svelte";
import { enter } from "$state/session.svelte";
import Index from "./Index.svelte";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/home/senco", name: "Oakfield Primary", passphrase: "four plain words here" }));
});

const type = (label: string, value: string) => {
  const field = screen.getByLabelText(label);
  return fireEvent.input(field, { target: { value } }).then(() => fireEvent.change(field));
};
// By their words rather than by role: working out every role of a long form is slow here.
const press = (words: string) => fireEvent.click(screen.getByText(words, { selector: "button *" }));
const asked = (name: string) => host.calls.filter((one) => one.name === name).at(-1)?.args;

function show(section: string) {
  go("settings", { section });
  render(Index);
}

test("dates that overlap are refused at their field, which takes the focus, and can then be put right", async () => {
  show("year");
  await screen.findByLabelText("First day of Autumn 2");
  await type("First day of Autumn 2", "20/10/2026");
  await press("Save the dates");
  await screen.findByText(/Autumn 2 begins before Autumn 1 has ended/);
  const field = screen.getByLabelText("First day of Autumn 2");
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await type("First day of Autumn 2", "3/11/2026");
  await press("Save the dates");
  await waitFor(() => expect(asked("calendar_save")).toMatchObject({ year: 2026, calendar: { half_terms: [{}, { first: "2026-11-03" }, {}, {}, {}, {}] } }));
  await waitFor(() => expect(screen.queryByText("Not saved yet")).toBeNull());
});

test("next year is filled in from this one, and kept only when it is saved", async () => {
  show("year");
  await fireEvent.click(screen.getByLabelText("The year after, 2027/28"));
  await fireEvent.click(await screen.findByText(/^Fill in from the pattern of 2026\/27/));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("First day of Autumn 1").value).toBe("01/09/2027"));
  expect(document.querySelector("form")!.textContent).toMatch(/ 1 INSET day, /);
  expect(asked("calendar_save")).toBeUndefined();
  await press("Save the dates");
  await waitFor(() => expect(asked("calendar_save")).toMatchObject({ year: 2027 }));
});

test("dates are taken from a calendar file beside what was typed, and what it did not make clear is listed", async () => {
  vi.spyOn(host, "pickFile").mockResolvedValue("dates.ics");
  show("year");
  await fireEvent.click(screen.getByLabelText("The year after, 2027/28"));
  await screen.findByLabelText("First day of Autumn 2");
  await type("First day of Autumn 2", "3/11/2027");
  await press("Take dates from a calendar file…");
  await screen.findByText(/The file says 1 half-term and 1 day off/);
  screen.getByText("2 events of the file filled nothing in");
  screen.getByText(/^Half-term begins: “Half-term begins” may be/);
  screen.getByText("Bank holiday: 3 May 2028 lies in none of the half-terms here.");
  expect(screen.queryByText(/^Polling day:/)).toBeNull();
  expect(screen.getByLabelText<HTMLInputElement>("First day of Autumn 1").value).toBe("06/09/2027");
  expect(screen.getByLabelText<HTMLInputElement>("First day of Autumn 2").value).toBe("03/11/2027");
  expect(asked("calendar_save")).toBeUndefined();
});

test("hours that do not fit open their day, and are saved once they do", async () => {
  show("hours");
  await screen.findByText("Tuesday");
  await press("Tuesday");
  await type("Protected SENCO time 1, Tuesday: to", "1800");
  await press("Monday");
  await press("Save the hours");
  await screen.findByText(/must lie inside the contracted hours/);
  screen.getByRole("region", { name: "Tuesday" });
  await type("Protected SENCO time 1, Tuesday: to", "10");
  await press("Save the hours");
  await waitFor(() => expect(asked("hours_save")).toMatchObject({ hours: { days: [{}, { protected: [{ start: 540, end: 600 }, {}] }, {}, {}, {}, {}, {}] } }));
});

test("changed hours begin next Monday, stand beside the old ones, and can be taken away", async () => {
  show("hours");
  await screen.findByText("Tuesday");
  expect(screen.queryByText("What you change holds")).toBeNull();
  await press("Tuesday");
  await type("Protected SENCO time 1, Tuesday: to", "10");
  await fireEvent.click(await screen.findByLabelText("From Monday 9 Nov 2026"));
  await press("Save the hours");
  await waitFor(() => expect(asked("hours_save")).toMatchObject({ hours: { from: "2026-11-09" } }));
  await screen.findByText("From 1 Sep 2026");
  await fireEvent.click(screen.getByText("those from 9 Nov 2026", { selector: ".unseen", exact: false }));
  await waitFor(() => expect(asked("hours_remove")).toEqual({ from: "2026-11-09" }));
  await waitFor(() => expect(screen.queryByText("From 1 Sep 2026")).toBeNull());
});

test("changes are not left behind without a question", async () => {
  show("school");
  await screen.findByLabelText("Headteacher");
  await type("Headteacher", "A. Okafor");
  await fireEvent.click(screen.getByText("Hours"));
  await screen.findByRole("dialog", { name: "Leave without saving?" });
  await press("Leave without saving");
  await screen.findByRole("heading", { name: "Hours" });
  expect(asked("school_save")).toBeUndefined();
});

test("a kind of work is added, and its panel closes", async () => {
  show("kinds");
  await screen.findByText("Add a kind of work");
  await press("Add a kind of work");
  await fireEvent.input(await screen.findByLabelText(/^Name/), { target: { value: " Running the breakfast club " } });
  expect(screen.queryByLabelText(/^Retired/)).toBeNull();
  await press("Add it");
  await waitFor(() => expect(asked("activity_add")).toMatchObject({ activity: { name: "Running the breakfast club", retired: false } }));
  await waitFor(() => expect(screen.queryByText("Add it")).toBeNull());
});

test("leaving for the same section takes the changes back, and asks again the next time", async () => {
  show("school");
  await screen.findByLabelText("Headteacher");
  for (let times = 0; times < 2; times += 1) {
    await type("Headteacher", "A. Okafor");
    go("settings", { section: "school" });
    await screen.findByRole("dialog", { name: "Leave without saving?" });
    await press("Leave without saving");
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("Headteacher").value).toBe(""));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  }
});

test("the activity log says each line whole, the newest first, and more of them when asked", async () => {
  const long = "Saved the pack Week as it happened, which hides names, and noted it among those that were printed or saved before it.";
  const lines = Array.from({ length: 130 }, (_, at) => ({ at: "2026-11-04T08:55:00", who: "r.adeyemi", computer: "OFFICE-7", sentence: at === 0 ? long : `Line ${at}.` }));
  host.answer({ activity_log: () => lines });
  show("log");
  const table = await screen.findByRole("table", { name: "Activity log" });
  expect(getComputedStyle(screen.getByText(long)).whiteSpace).not.toBe("nowrap");
  expect(table.querySelectorAll("tbody tr")).toHaveLength(100);
  await press("Show 30 earlier lines");
  await screen.findByText("Line 129.");
  expect(screen.queryByText(/^Show \d+ earlier/)).toBeNull();
});
