import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import Today from "./Index.svelte";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  window.addEventListener("keydown", pressed);
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test("one key tells what has begun, and nothing that lies ahead; axe has nothing to say against it", async () => {
  const { container } = render(Today);
  await screen.findByRole("heading", { name: "The plan" });
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  await press("p");
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toMatch(/^Language group/));
  expect(screen.queryByRole("button", { name: "As planned: Language group" })).toBeNull();
  await press("p");
  await press("n");
  await screen.findByRole("dialog", { name: "Not done" });
  expect(asked("block_as_planned")).toEqual([{ block: 10 }]);
}, 20_000);

test("not done asks why, and keeps that it is still needed", async () => {
  render(Today);
  await fireEvent.click(await screen.findByRole("button", { name: "Not done: Language group" }));
  const panel = await screen.findByRole("dialog", { name: "Not done" });
  await fireEvent.input(within(panel).getByLabelText(/^Why/), { target: { value: "Covered Year 6" } });
  await fireEvent.submit(panel.querySelector("form")!);
  await waitFor(() => expect(asked("block_not_done")).toEqual([{ block: 11, why: "Covered Year 6", still_needed: true }]));
});

test("what waits is classified one after the other, and nothing is written without a kind of work", async () => {
  render(Today);
  await fireEvent.click(await screen.findByRole("button", { name: /^Classify, one after the other/ }));
  const panel = await screen.findByRole("dialog", { name: "Classify" });
  expect(panel.textContent).toContain("at the door about Jacob’s reading");
  await fireEvent.submit(panel.querySelector("form")!);
  expect(within(panel).getByText("Choose the kind of work, or skip it for now.")).toBeTruthy();
  expect(asked("entry_save")).toEqual([]);
  await fireEvent.click(within(panel).getByRole("button", { name: "Skip" }));
  await waitFor(() => expect(screen.getByRole("dialog", { name: "Classify" }).textContent).toContain("transport letter"));
});

test("a break is marked with one press", async () => {
  render(Today);
  await fireEvent.click(await screen.findByRole("button", { name: /^Lunch\s*:\s*Missed$/ }));
  await waitFor(() => expect(asked("break_mark")).toEqual([{ mark: { date: "2026-11-04", name: "Lunch", state: "missed", taken: 0, why: "" } }]));
});

test("a plan that is not frozen can be frozen here", async () => {
  const view = await call("day", { date: "2026-11-04" });
  host.answer({ day: () => ({ ...view, frozen: false }) });
  render(Today);
  await fireEvent.click(await screen.findByRole("button", { name: /^Freeze the plan/ }));
  await waitFor(() => expect(asked("week_freeze")).toEqual([{ date: "2026-11-04" }]));
  expect(screen.queryByRole("button", { name: /^As planned/ })).toBeNull();
});

test("a day without plan or hours says where to begin", async () => {
  const view = await call("day", { date: "2026-11-10" });
  const bare = { ...view, blocks: [], day: { ...view.day, blocks: [], entries: [], breaks: [] } };
  host.answer({ day: () => bare, setup: () => ({ school: true, calendar: true, hours: false, pupils: true }) });
  render(Today);
  expect(await screen.findByText("Your hours are not known yet")).toBeTruthy();
});

test("a task due today is done by one key", async () => {
  render(Today);
  await screen.findByRole("heading", { name: "Tasks due today (1)" });
  await press("d");
  await waitFor(() => expect(asked("tasks_set_state")).toEqual([{ tasks: [3], state: { is: "done" } }]));
});
