// The Tasks screen on the mock host: the list and its keys, the line to add one, the forms, the catalogue.
import { minutes } from "$format/duration";
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { turnPrivacy } from "$state/privacy.svelte";
import { go, startAfresh } from "$state/router.svelte";
import { enter } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Tasks from "./Index.svelte";

// A slow machine is not a fault.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let host: MockHost;
beforeEach(async () => {
  document.body.innerHTML = "";
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  startAfresh();
  window.addEventListener("keydown", pressed);
});
afterEach(() => {
  window.removeEventListener("keydown", pressed);
  turnPrivacy(false);
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);
const key = (name: string, more = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });
const rows = () => [...document.querySelectorAll<HTMLElement>("tbody tr[id]")];

async function open(params = {}) {
  go("tasks", params);
  const target = document.createElement("main");
  target.id = "screen";
  document.body.append(target);
  render(Tasks, {}, { baseElement: target });
}
async function table() {
  await open();
  const grid = await screen.findByRole("grid", { name: "Tasks" });
  grid.focus();
  return grid;
}
async function sound(part: Element = document.body) {
  const { violations } = await axe.run(part, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}

test("hours left are those of the tasks shown, also where a search leaves others out", async () => {
  const view = await call("tasks", { scope: "open", search: "" });
  const [row] = view.rows.filter(({ task }) => (task.estimate ?? 0) > 0 && task.state.is === "open");
  const others = { ...row!, task: { ...row!.task, id: 99, estimate: 6000 } };
  host.answer({ tasks: () => ({ ...view, rows: [row!], counts: [{ group: row!.group, tasks: 2, minutes: row!.task.estimate! + others.task.estimate }] }) });
  const heading = (await table()).querySelector("th[scope=rowgroup]")!;
  expect(heading.textContent).toContain(` 1 · ${minutes(row!.task.estimate!)} left`);
});

test("the list stands in groups with counts and hours left, and axe has nothing to say", async () => {
  const grid = await table();
  const headings = [...grid.querySelectorAll("th[scope=rowgroup]")].slice(0, 4).map((one) => one.textContent);
  expect(headings).toEqual(["Late 2 · 5 h 50 min left", "Today 1 · 1 h left", "This week 1 · 36 min left", "Later 1 · 1 h 30 min left"]);
  expect(rows()[0]!.textContent).toContain("carried over 2 weeks");
  expect(rows()[0]!.textContent).toContain("1 h of 5 h 30 min");
  await sound();
});

test("one key says it is done, and the keys keep to the list", async () => {
  await table();
  await key("ArrowDown");
  await key("d");
  await waitFor(() => expect(asked("tasks_set_state")).toEqual([{ tasks: [2], state: { is: "done" } }]));
  screen.getByRole("textbox", { name: "Add a task" }).focus();
  await key("d");
  expect(asked("tasks_set_state")).toHaveLength(1);
});

test("several are chosen with Space and Shift, and change at once", async () => {
  await table();
  await key(" ");
  await key("ArrowDown", { shiftKey: true });
  await key("ArrowDown", { shiftKey: true });
  const bar = await screen.findByRole("region", { name: "Chosen tasks" });
  expect(bar.textContent).toContain("3 tasks chosen");
  await key("m");
  await fireEvent.click(await screen.findByRole("button", { name: /^Friday/ }));
  await waitFor(() => expect(asked("tasks_move")).toEqual([{ tasks: [1, 2, 3], due: "2026-11-06" }]));
});

test.each([
  ["p", "Part done", { is: "part", percent: 50 }],
  ["n", "Not done, still needed", { is: "not_done", why: "cover" }],
  ["x", "Drop", { is: "dropped", why: "cover" }],
  ["h", "Give to somebody", { is: "delegated", to: "cover", until: null }],
])("%s asks for what belongs to it", async (letter, title, state) => {
  await table();
  await key(letter);
  const dialog = await screen.findByRole("dialog", { name: title });
  await sound(dialog);
  const field = within(dialog).queryByLabelText(/^(Why|Who took it on)/);
  if (field) await fireEvent.input(field, { target: { value: "cover" } });
  await fireEvent.submit(dialog.querySelector("form")!);
  await waitFor(() => expect(asked("tasks_set_state")).toEqual([{ tasks: [1], state }]));
});

test("nobody to give it to is said at its field", async () => {
  await table();
  await key("h");
  const dialog = await screen.findByRole("dialog", { name: "Give to somebody" });
  await fireEvent.submit(dialog.querySelector("form")!);
  await waitFor(() => expect(within(dialog).getByLabelText(/^Who took it on/).getAttribute("aria-invalid")).toBe("true"));
});

test("a task is split, and a piece without a title is marked", async () => {
  await table();
  await key("s");
  const dialog = await screen.findByRole("dialog", { name: "Split" });
  await fireEvent.submit(dialog.querySelector("form")!);
  const titles = within(dialog).getAllByLabelText(/^What is to be done/);
  await waitFor(() => expect(titles[1]!.getAttribute("aria-invalid")).toBe("true"));
  await fireEvent.input(titles[1]!, { target: { value: "Report" } });
  await fireEvent.submit(dialog.querySelector("form")!);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("task_split").at(-1)).toMatchObject({ task: 1, pieces: [{ estimate: 165 }, { title: "Report", estimate: 165 }] });
});

test("a line says what it understood, asks which child, and is added by Enter", async () => {
  await open();
  await screen.findByRole("grid", { name: "Tasks" });
  await key("a");
  const line = screen.getByRole("textbox", { name: "Add a task" });
  await waitFor(() => expect(document.activeElement).toBe(line));
  await fireEvent.input(line, { target: { value: "ring Jacob 20m fri" } });
  await screen.findByText(/2 children fit: which one\?/);
  expect(document.querySelector(".reading")!.textContent).toContain("20 min · by Fri 6 Nov");
  expect(screen.getByRole("combobox", { name: /^For which child/ })).toBeTruthy();
  await fireEvent.submit(line.closest("form")!);
  await waitFor(() => expect(asked("task_quick")).toEqual([{ line: "ring Jacob 20m fri", pupil: null }]));
  await waitFor(() => expect((line as HTMLInputElement).value).toBe(""));
  expect((await screen.findAllByText("ring Jacob")).length).toBeGreaterThan(0);
});

test("the line says what became of what follows a hash", async () => {
  await open();
  const line = await screen.findByRole("textbox", { name: "Add a task" });
  await fireEvent.input(line, { target: { value: "ring home 20m #3" } });
  await screen.findByText(/#3 is no provision code; kept in the title/);
  expect(document.querySelector(".reading .strong")!.textContent).toBe("ring home #3");
  await fireEvent.input(line, { target: { value: "ring Jacob 20m #K" } });
  await screen.findByText(/#K: only children with SEN support/);
});

test("an empty line is refused at the line", async () => {
  await open();
  const line = await screen.findByRole("textbox", { name: "Add a task" });
  await fireEvent.submit(line.closest("form")!);
  await waitFor(() => expect(line.getAttribute("aria-invalid")).toBe("true"));
});

test("what is not being done stands in order, with what follows", async () => {
  await open({ tab: "not_doing" });
  await screen.findByRole("grid", { name: "Tasks" });
  expect(rows().map((row) => row.querySelector(".title")!.textContent)).toEqual(["Annual review: advice and meeting", "Observe in 4B", "File the training register"]);
  expect(rows()[0]!.textContent).toContain("The review is out of time");
  await sound();
});

test("while names are hidden neither title nor child is on the page", async () => {
  await table();
  turnPrivacy(true);
  await waitFor(() => expect(rows()[2]!.textContent).toContain("C-0141"));
  expect(document.querySelector("main")!.textContent).not.toMatch(/Jacob|Annual review|Mr Ash/);
});

test("a task is opened, changed and kept", async () => {
  await table();
  await key("Enter");
  const panel = await screen.findByRole("dialog", { name: /Annual review/ });
  expect(panel.textContent).toContain("carried over 2 weeks");
  await sound(panel);
  await fireEvent.click(within(panel).getByRole("button", { name: "Change" }));
  const form = await screen.findByRole("dialog", { name: "Change the task" });
  await fireEvent.input(within(form).getByLabelText(/^What is to be done/), { target: { value: "" } });
  await fireEvent.submit(form.querySelector("form")!);
  await waitFor(() => expect(within(form).getByLabelText(/^What is to be done/).getAttribute("aria-invalid")).toBe("true"));
  await sound(form);
});

test("the catalogue says what each frequency comes to, why a day moved, and what was learned", async () => {
  await open({ tab: "catalogue" });
  await screen.findByText("You allow 40 min; the last four took a median of 6 h 40 min.", { exact: false });
  const termly = screen.getByRole("table", { name: "Termly" });
  expect(termly.textContent).toContain("Fri 13 Nov: moved from Thu 12 Nov, INSET day");
  expect(termly.textContent).toContain("Workload survey 2024");
  expect(termly.textContent).toMatch(/Termly, in all\s*36\s*24 h/);
  await fireEvent.click(within(termly).getByRole("button", { name: "Look at them" }));
  expect(within(termly).getAllByText(/Update the support plan, /)).toHaveLength(4);
  await sound();
});

test("the day’s fields follow how often a line comes", async () => {
  await open({ tab: "catalogue" });
  await fireEvent.click(await screen.findByRole("button", { name: "SEN budget" }));
  const form = await screen.findByRole("dialog", { name: "Change a line of the catalogue" });
  expect(within(form).getByRole("combobox", { name: "Month: March" })).toBeTruthy();
  await sound(form);
  await fireEvent.input(within(form).getByLabelText(/^How long one takes/), { target: { value: "300" } });
  await fireEvent.submit(form.querySelector("form")!);
  await waitFor(() => expect(asked("template_save")).toMatchObject([{ template: 5, details: { anchor: { on: "month", month: 3 } } }]));
});

test("a catalogue starts from what is chosen, and nothing is chosen before", async () => {
  await open({ tab: "catalogue" });
  await fireEvent.click(await screen.findByRole("button", { name: "Add published and proposed lines" }));
  const dialog = await screen.findByRole("dialog", { name: "Published and proposed times" });
  expect(await within(dialog).findByText("None chosen")).toBeTruthy();
  await within(dialog).findByLabelText("Plan and send the timetable");
  await sound(dialog);
  await fireEvent.click(within(dialog).getByRole("button", { name: "Choose the usual set" }));
  await fireEvent.click(within(dialog).getByRole("button", { name: "Add them" }));
  await waitFor(() => expect(asked("catalogue_start")).toEqual([{ keys: ["timetable", "family_call", "year_team"] }]));
});

test("nothing yet says where to begin", async () => {
  host.answer({ tasks: () => ({ rows: [], counts: [], not_doing: 0, catalogue: false }), catalogue: () => ({ lines: [], sums: [], dates: false }) });
  await open();
  await fireEvent.click(await screen.findByRole("button", { name: "Start a catalogue" }));
  expect(await screen.findByRole("button", { name: "Choose lines to start from" })).toBeTruthy();
  await sound();
});

test("a year without dates is said over the catalogue", async () => {
  const view = await call("catalogue", {});
  host.answer({ catalogue: () => ({ ...view, dates: false }) });
  await open({ tab: "catalogue" });
  expect(await screen.findByRole("button", { name: "Type the year’s dates" })).toBeTruthy();
});

test("of 500 rows only those in view are drawn", async () => {
  const view = await call("tasks", { scope: "open", search: "" });
  const many = Array.from({ length: 500 }, (_, at) => ({ ...view.rows[0]!, task: { ...view.rows[0]!.task, id: 1000 + at } }));
  host.answer({ tasks: () => ({ ...view, rows: many }) });
  await table();
  expect(rows().length).toBeLessThan(80);
});
