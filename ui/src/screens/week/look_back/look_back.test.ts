// Looking back on the mock host: the chart and its table, what a bar opens, and what stays hers.
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { turnPrivacy } from "$state/privacy.svelte";
import { go, route, startAfresh } from "$state/router.svelte";
import { enter } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Faces from "../Faces.svelte";
import { sorted } from "./rows";
import { aDay, asSheet, burdenSaid, share } from "./words";

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

async function open() {
  go("week", { face: "look_back" });
  const target = document.createElement("main");
  target.id = "screen";
  document.body.append(target);
  const shown = render(Faces, {}, { baseElement: target });
  await screen.findByRole("table", { name: /^Where the time went/ });
  return shown;
}
const groups = () => screen.getByRole("table", { name: /^Where the time went/ });
const rows = () => within(groups()).getAllByRole("rowheader").map((cell) => cell.textContent?.trim());
const by = async (label: string) => {
  await fireEvent.click(screen.getByRole("radio", { name: label }));
  await waitFor(() => expect((screen.getByRole("radio", { name: label }) as HTMLInputElement).checked).toBe(true));
};

test("it opens with this half-term by kind of work, and axe finds nothing in it", async () => {
  const { baseElement } = await open();
  expect(asked("look_back")).toEqual([{ choice: null }]);
  expect(rows()).toEqual(["Annual reviews", "Calls and messages with families", "Email and messages", "Advice to teachers", "To classify", "Together"]);
  expect(screen.getByText("3 h 30 min of private entries are left out.")).toBeTruthy();
  expect(screen.getByText("Only you see this.").closest("section")?.querySelector("h2")?.textContent).toBe("Out of hours");
  const { violations } = await axe.run(baseElement, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});

test("another grouping, other weeks and private entries are asked for and remembered", async () => {
  await open();
  await by("Place");
  await waitFor(() => expect(rows()).toEqual(["At school", "At home", "Together"]));
  await fireEvent.click(screen.getByRole("checkbox", { name: "Count private entries" }));
  const choice = { by: "place", stretch: { is: "half_term" }, private: true };
  await waitFor(() => expect(asked("look_back_choose").at(-1)).toEqual(choice));
  await waitFor(() => expect(asked("look_back").at(-1)).toEqual({ choice }));
  await waitFor(() => expect(screen.queryByText(/are left out/)).toBeNull());
});

test("a bar opens the entries that come to it, and an entry leads to its week", async () => {
  await open();
  const bar = within(groups()).getByRole("button", { name: "Annual reviews: 14 h: show the entries" });
  bar.focus();
  await fireEvent.click(bar);
  const panel = await screen.findByRole("dialog", { name: "Annual reviews" });
  expect(asked("look_back_entries")[0]).toMatchObject({ of: { is: "group", key: { of: "activity", activity: 1 } }, week: null });
  const minutes = within(panel).getAllByRole("row").map((row) => row.lastElementChild?.textContent);
  expect(minutes).toEqual(["Minutes", "40 min", "13 h", "20 min", "14 h"]);
  await fireEvent.click(within(panel).getByRole("button", { name: "Annual review papers" }));
  expect([route.screen, route.params]).toEqual(["week", { date: "2026-11-03", face: "happened", entries: [8] }]);
});

test("arrow keys go from week to week, and Enter is a press", async () => {
  await open();
  const chart = screen.getByRole("group", { name: "Week by week" });
  const weeks = within(chart).getAllByRole("button");
  expect(weeks.map((week) => week.tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1]);
  weeks[0]!.focus();
  await fireEvent.keyDown(weeks[0]!, { key: "ArrowRight" });
  expect(document.activeElement).toBe(weeks[1]);
  expect(weeks[1]!.getAttribute("aria-label")).toBe("Week of 28 Sep: 10 h, 20 min of it interruptions, 2 h 30 min given: show the entries");
  await fireEvent.click(weeks[1]!);
  await screen.findByRole("dialog", { name: "Week of 28 Sep – 4 Oct 2026" });
  expect(asked("look_back_entries")[0]).toMatchObject({ of: { is: "all" }, week: "2026-09-28" });
});

test("while names are hidden no child and no interrupter is named, and nothing is copied", async () => {
  await open();
  await by("Child");
  await waitFor(() => expect(rows()[0]).toContain("Jacob Osborne"));
  await fireEvent.click(within(groups()).getAllByRole("button", { name: /^Jacob Osborne/ })[0]!);
  const panel = await screen.findByRole("dialog", { name: /^Jacob Osborne/ });
  turnPrivacy(true);
  await waitFor(() => expect(document.body.textContent).not.toContain("Osborne"));
  await fireEvent.click(within(panel).getByRole("button", { name: "Close" }));
  const writeText = vi.fn();
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
  await fireEvent.click(screen.getByRole("button", { name: "Copy the table" }));
  expect(writeText).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
  await by("Interrupter");
  await waitFor(() => expect(rows()).toEqual(["Somebody", "Not named", "Not an interruption", "Together"]));
  expect(document.body.innerHTML).not.toContain("Mrs Cook");
});

test("the out-of-hours trend is printed only where she says so", async () => {
  await open();
  const trend = screen.getByRole("heading", { name: "Out of hours" }).closest("section")!;
  expect(trend.classList).toContain("screen-only");
  await fireEvent.click(within(trend).getByRole("checkbox", { name: "Print it with the rest" }));
  expect(trend.classList).not.toContain("screen-only");
});

test("nothing written, and no hours known, are said", async () => {
  const view = await call("look_back", { choice: null });
  const weeks = view.weeks.map((week) => ({ ...week, given: null }));
  host.answer({ look_back: () => ({ ...view, weeks, known: false }) });
  await open();
  expect(screen.getByText(/^Your hours are not known yet/)).toBeTruthy();
  expect(screen.getByText(/not typed in yet, so these are the last twelve weeks/)).toBeTruthy();
  host.answer({ look_back: () => ({ ...view, groups: [], minutes: 0 }) });
  await by("Area");
  await screen.findByRole("heading", { name: "Nothing was written in these weeks" });
});

test("rows are sorted by what is pressed, and what belongs to none stays last", async () => {
  const { groups } = await call("look_back", { choice: null });
  const names = (key: string, direction: "ascending" | "descending") => sorted(groups, { key, direction }, (group) => group.name).map((group) => group.name);
  expect(names("name", "ascending")).toEqual(["Advice to teachers", "Annual reviews", "Calls and messages with families", "Email and messages", ""]);
  expect(names("interruptions", "descending")[0]).toBe("Calls and messages with families");
});

test("the sheet holds every week in minutes, and no formula", async () => {
  const view = await call("look_back", { choice: null });
  const groups = view.groups.map((group, at) => (at === 0 ? { ...group, name: "=1+1\tx" } : group));
  const lines = asSheet(view, groups, "Kind of work").split("\n").map((line) => line.split("\t"));
  expect(lines[0]!.slice(0, 5)).toEqual(["Kind of work", "Minutes", "Of these interruptions", "Entries", "Week of 21 Sep"]);
  expect(lines[1]!.slice(0, 2)).toEqual(["'=1+1 x", "840"]);
  expect(lines.at(-2)!.slice(0, 2)).toEqual(["All", "4200"]);
  for (const at of [1, 4, 10]) {
    const column = lines.slice(1, -2).reduce((so, line) => so + Number(line[at]), 0);
    expect(column).toBe(Number(lines.at(-2)![at]));
  }
});

test("what the app takes is said in whole minutes that add up", () => {
  const spent = [{ part: "capture" as const, seconds: 170 }, { part: "packs" as const, seconds: 352 }, { part: "reconcile" as const, seconds: 310 }];
  expect(burdenSaid(spent, "your week")).toBe("This app took 14 minutes of your week: 3 in capture, 6 in packs and 5 in settling the week.");
  expect(burdenSaid([{ part: "capture", seconds: 20 }], "your week")).toBe("This app took less than a minute of your week.");
  expect(burdenSaid([], "your week")).toBe("This app has taken none of your week yet.");
  expect([aDay(spent, 4), aDay(spent, 0)]).toEqual([35, null]);
  expect([share(1, 3), share(1, 900), share(0, 3), share(0, 0)]).toEqual(["33%", "under 1%", "0%", ""]);
});
