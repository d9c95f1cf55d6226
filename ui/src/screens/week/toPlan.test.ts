// Tasks laid on the plan: which are offered, where there is room, by form and by pointer.
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Week from "./Index.svelte";
import { isToPlan, roomOn, tasksOfWeek } from "./toPlan";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let host: MockHost;
beforeEach(async () => {
  document.body.innerHTML = "";
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  window.addEventListener("keydown", pressed);
});
afterEach(() => window.removeEventListener("keydown", pressed));
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);

async function nextWeek() {
  render(Week);
  await screen.findByRole("application");
  await fireEvent.keyDown(document.body, { key: "]" });
  return screen.findByRole("region", { name: /^Tasks to plan/ });
}

test("what is due by the end of the week and late is offered, with what is still unplanned; what others have is not", async () => {
  const { rows } = await tasksOfWeek("2026-11-09");
  expect(rows.map((row) => row.task.title)).toEqual(["Annual review: advice and meeting", "File the training register", "Weekly call to a parent", "Update the support plan", "Observe in 4B"]);
  const row = rows[2]!;
  expect(isToPlan({ ...row, task: { ...row.task, planned: 60 } }, "2026-11-15")).toBe(false);
  expect(isToPlan(row, "2026-11-03")).toBe(false);
});

test("room is the first place with nothing in it", async () => {
  const { story } = await call("week", { date: "2026-11-09" });
  const day = { ...story.days[0]!, breaks: [], hours: { ...story.days[0]!.hours, contracted: { start: 510, end: 960 }, teaching: [{ start: 510, end: 600 }] }, blocks: [] };
  expect(roomOn(day, 60)).toBe(600);
  expect(roomOn({ ...day, hours: { ...day.hours, teaching: [{ start: 510, end: 930 }] } }, 60)).toBe(540);
});

test("a task is laid by its form", async () => {
  const panel = await nextWeek();
  const { violations } = await axe.run(panel, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations).toEqual([]);
  await fireEvent.click(within(panel).getByRole("button", { name: "Lay it: File the training register" }));
  const dialog = await screen.findByRole("dialog", { name: "Lay it on the plan" });
  await fireEvent.submit(dialog.querySelector("form")!);
  await waitFor(() => expect(asked("task_plan")).toMatchObject([{ task: 2, minutes: 20 }]));
  expect(String((asked("task_plan")[0] as { date: string }).date)).toMatch(/^2026-11-(09|1[0-3])$/);
});

test("hours out of sight come into it while a task is held at the edge of the page", async () => {
  const main = document.body.appendChild(document.createElement("main"));
  main.getBoundingClientRect = () => ({ left: 0, top: 0, right: 800, bottom: 600, width: 800, height: 600, x: 0, y: 0, toJSON: () => "" });
  main.scrollTop = 400;
  render(Week, {}, { baseElement: main });
  await screen.findByRole("application");
  await fireEvent.keyDown(document.body, { key: "]" });
  const panel = await screen.findByRole("region", { name: /^Tasks to plan/ });
  const row = within(panel).getByText("File the training register").closest("li")!;
  await fireEvent.pointerDown(row, { button: 0, clientX: 50, clientY: 500 });
  await fireEvent.pointerMove(row, { clientX: 60, clientY: 300 });
  await new Promise((done) => setTimeout(done, 100));
  expect(main.scrollTop).toBe(400);
  await fireEvent.pointerMove(row, { clientX: 60, clientY: 20 });
  await waitFor(() => expect(main.scrollTop).toBeLessThan(350));
  await fireEvent.pointerUp(row, { clientX: 60, clientY: 20 });
  const at = main.scrollTop;
  await new Promise((done) => setTimeout(done, 100));
  expect(main.scrollTop).toBe(at);
});

test("a task is dragged onto a day, and let go beside the days it is not laid", async () => {
  const panel = await nextWeek();
  const area = screen.getByRole("application");
  area.getBoundingClientRect = () => ({ left: 0, top: 0, right: 500, bottom: 540, width: 500, height: 540, x: 0, y: 0, toJSON: () => "" });
  const row = within(panel).getByText("File the training register").closest("li")!;
  const drag = async (x: number, y: number) => {
    await fireEvent.pointerDown(row, { button: 0, clientX: 50, clientY: 700 });
    await fireEvent.pointerMove(row, { clientX: x, clientY: y });
    await fireEvent.pointerUp(row, { clientX: x, clientY: y });
  };
  await drag(900, 60);
  expect(asked("task_plan")).toEqual([]);
  await drag(150, 60);
  await waitFor(() => expect(asked("task_plan")).toEqual([{ task: 2, date: "2026-11-10", start: 540, minutes: 20, activity: null }]));
});
