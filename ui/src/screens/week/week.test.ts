import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { go, route } from "$state/router.svelte";
import { enter, lock } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import Week from "./Index.svelte";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  window.addEventListener("keydown", pressed);
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);
const press = (key: string, more: object = {}) => fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
const table = () => screen.findByRole("application");

async function nextWeek() {
  render(Week);
  await table();
  await press("]");
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("9–13 Nov"));
  return table();
}

test("a frozen week shows what happened beside the plan, and nothing axe objects to", async () => {
  const { container } = render(Week);
  await table();
  expect(screen.getByRole("button", { name: /^Annual review: draft the report, Tuesday 09:00 to 10:30/ })).toBeTruthy();
  expect(screen.getByText("Plan frozen on Mon 2 Nov 08:05.")).toBeTruthy();
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
}, 20_000);

test("a block is moved and made longer by keyboard, in one step of undo", async () => {
  const grid = await nextWeek();
  const block = await within(grid).findByRole("button", { name: /^Observe in Year 3, Monday/ });
  block.focus();
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowRight", { shiftKey: true });
  await press("ArrowDown", { altKey: true });
  await waitFor(() => expect(asked("block_save")).toHaveLength(1), { timeout: 3_000 });
  expect(asked("block_save")[0]).toMatchObject({ block: 17, details: { date: "2026-11-10", start: 795, minutes: 75, title: "Observe in Year 3", pupils: [4] } });
});

test("a block moved a moment ago is written before the daybook is locked", async () => {
  const grid = await nextWeek();
  (await within(grid).findByRole("button", { name: /^Observe in Year 3, Monday/ })).focus();
  await press("ArrowDown", { shiftKey: true });
  await lock();
  const order = host.calls.map(({ name }) => name).filter((name) => ["block_save", "vault_lock"].includes(name));
  expect(order).toEqual(["block_save", "vault_lock"]);
});

test("Delete takes a block out, and Enter on an empty cell lays one there", async () => {
  const grid = await nextWeek();
  (await within(grid).findByRole("button", { name: /^Observe in Year 3/ })).focus();
  await press("Delete");
  await waitFor(() => expect(asked("block_remove")).toEqual([{ block: 17 }]));
  const cell = await within(grid).findByRole("button", { name: "Monday 13:00: lay a block" });
  await fireEvent.click(cell);
  const panel = await screen.findByRole("dialog");
  await fireEvent.submit(panel.querySelector("form")!);
  expect(within(panel).getByText("Choose the kind of work.")).toBeTruthy();
  expect(asked("block_add")).toEqual([]);
});

test("P says of the block with the focus that it went as planned; a block already spoken of is left alone", async () => {
  render(Week);
  const grid = await table();
  within(grid).getByRole("button", { name: /^Language group.*nothing said yet/ }).focus();
  await press("p");
  await waitFor(() => expect(asked("block_as_planned")).toEqual([{ block: 11 }]));
  within(grid).getByRole("button", { name: /^Provision map.*planned, as planned$/ }).focus();
  await press("p");
  expect(asked("block_as_planned")).toHaveLength(1);
});

test("an overlap is settled by keeping one of two", async () => {
  render(Week);
  await table();
  const [keepFirst] = screen.getAllByRole("button", { name: /^Keep .* whole/ });
  await fireEvent.click(keepFirst!);
  await waitFor(() => expect(asked("overlap_settle")).toEqual([{ keep: 2, trim: 3 }]));
});

test("a figure opens the entries it was summed from", async () => {
  render(Week);
  await table();
  await fireEvent.click(screen.getByRole("button", { name: /Out of hours.*show the entries$/ }));
  const panel = await screen.findByRole("dialog", { name: "Out of hours" });
  expect(within(panel).getAllByRole("row").length).toBe(4);
  expect(within(panel).getByText("Annual review papers, unfinished from the day")).toBeTruthy();
});

test("entries another screen asks for are listed", async () => {
  go("week", { date: "2026-11-03", entries: [8] });
  render(Week);
  const panel = await screen.findByRole("dialog", { name: "1 entry" });
  expect(within(panel).getByRole("button", { name: /^Meeting about a fixed-term exclusion/ })).toBeTruthy();
});

test("a closed week is read and not written", async () => {
  const view = await call("week", { date: "2026-11-02" });
  host.answer({ week: () => ({ ...view, story: { ...view.story, week: { ...view.story.week, closed_at: "2026-11-06T16:20:00" } } }) });
  render(Week);
  const grid = await table();
  expect(screen.getByText("Closed on Fri 6 Nov 16:20.")).toBeTruthy();
  await fireEvent.click(within(grid).getByRole("button", { name: /^Meeting about a fixed-term exclusion/ }));
  const panel = await screen.findByRole("dialog");
  expect(within(panel).queryByRole("textbox")).toBeNull();
  expect(panel.textContent).toContain("Annual review: draft the report");
  expect(screen.queryByText("Reconcile and close")).toBeNull();
});

test.each([
  ["holiday", "There is no school this week", "Out of term, and nothing planned."],
  ["unknown", "The dates of this school year are not typed in yet", "Nothing planned yet."],
] as const)("a week of %s days says where it lies, and leads to the year's dates", async (kind, says, stands) => {
  const view = await call("week", { date: "2026-11-09" });
  const days = view.story.days.map((day) => ({ ...day, kind: day.kind === "weekend" ? day.kind : kind, blocks: [], entries: [] }));
  host.answer({ week: () => ({ ...view, blocks: [], entries: [], story: { ...view.story, days } }) });
  go("week", { date: "2026-11-09" });
  render(Week);
  await screen.findByText(new RegExp(`^${says}`));
  screen.getByText(stands);
  expect(screen.queryByRole("button", { name: /^Freeze the plan/ }) === null).toBe(kind === "holiday");
  await fireEvent.click(screen.getByRole("button", { name: /the year’s dates$/ }));
  expect([route.screen, route.params.section]).toEqual(["settings", "year"]);
});

test("a legend says how protected time is drawn, where there is any", async () => {
  const view = await call("week", { date: "2026-11-02" });
  const { unmount } = render(Week);
  await table();
  expect(screen.getByRole("list", { name: "What the ground shows" }).textContent).toContain("Protected SENCO time");
  unmount();
  const days = view.story.days.map((day) => ({ ...day, hours: { ...day.hours, protected: [] } }));
  host.answer({ week: () => ({ ...view, story: { ...view.story, days } }) });
  render(Week);
  await table();
  expect(screen.getByRole("list", { name: "What the ground shows" }).textContent).not.toContain("Protected");
});

test("last week's plan is offered once: over a blank week, or else at its head", async () => {
  const view = await call("week", { date: "2026-11-09" });
  const inMenu = async () => {
    const menu = screen.getByRole("button", { name: "More" });
    menu.focus();
    await fireEvent.keyDown(menu, { key: "ArrowDown" });
    await screen.findByRole("menuitem", { name: /^Meetings from a calendar file/ });
    return screen.queryAllByRole("menuitem", { name: /^Copy last week’s plan/ }).length;
  };
  const onScreen = () => screen.queryAllByRole("button", { name: /^Copy last week’s plan/ }).length;
  go("week", { date: "2026-11-09" });
  const { unmount } = render(Week);
  await table();
  expect([onScreen(), await inMenu()]).toEqual([0, 1]);
  unmount();
  const days = view.story.days.map((day) => ({ ...day, blocks: [] }));
  host.answer({ week: () => ({ ...view, blocks: [], story: { ...view.story, days } }) });
  render(Week);
  await screen.findByText(/^This week is still blank/);
  expect([onScreen(), await inMenu()]).toEqual([1, 0]);
});

test("the plan of a week that has passed is frozen only after that has been said", async () => {
  enter({ ...(await call("session", {})), today: "2026-11-18" });
  go("week", { date: "2026-11-09" });
  render(Week);
  await table();
  screen.getByText("This week has passed, and its plan was never frozen.");
  await press("f");
  const asks = await screen.findByRole("dialog", { name: "This week has already passed" });
  expect(asks.textContent).toContain("The plan will be frozen as it stands now.");
  expect(asked("week_freeze")).toEqual([]);
  await fireEvent.click(within(asks).getByRole("button", { name: "Freeze it as it stands" }));
  await waitFor(() => expect(asked("week_freeze")).toEqual([{ date: "2026-11-09" }]));
});

test("closing a week that has passed says so beside the button", async () => {
  const view = await call("week", { date: "2026-11-02" });
  host.answer({ week: () => ({ ...view, blockers: [] }) });
  go("week", { date: "2026-11-02" });
  const { unmount } = render(Week);
  await table();
  expect(screen.queryByText(/^This week has already passed/)).toBeNull();
  unmount();
  enter({ ...(await call("session", {})), today: "2026-11-18" });
  go("week", { date: "2026-11-02" });
  render(Week);
  await screen.findByText("This week has already passed: it will be closed as it stands now.");
});
