// Normal weeks on the week's screen: laid with what was left out said, kept without what is of one week alone, called something else.
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { go } from "$state/router.svelte";
import { enter } from "$state/session.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import Week from "../Index.svelte";
import { usual } from "./choose";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  go("week", { date: "2026-11-09" });
});
const asked = (name: string) => host.calls.filter((one) => one.name === name).map((one) => one.args);

async function choose(item: RegExp) {
  const menu = await screen.findByRole("button", { name: "More" });
  menu.focus();
  await fireEvent.keyDown(menu, { key: "ArrowDown" });
  await fireEvent.click(await screen.findByRole("menuitem", { name: item }));
}

test("a normal week is laid into the week shown, and what had no room is said with its reason", async () => {
  render(Week);
  await choose(/^Lay Week A/);
  const told = await screen.findByRole("dialog", { name: "1 block laid, 1 left out" });
  expect(asked("normal_week_lay")).toEqual([{ week: 1, date: "2026-11-09" }]);
  expect(told.textContent).toContain("Governors stands at that time.");
});

test("a name that is taken says so before anything is kept, and then replaces", async () => {
  render(Week);
  await choose(/^Keep this plan/);
  const form = await screen.findByRole("dialog", { name: "Keep a normal week" });
  await fireEvent.input(within(form).getByLabelText(/^Name/), { target: { value: "week a" } });
  await within(form).findByText(/^There is one of this name, with 1 block/);
  const boxes = within(form).getAllByRole<HTMLInputElement>("checkbox");
  await fireEvent.click(boxes.find((box) => !box.checked)!);
  await fireEvent.submit(form.querySelector("form")!);
  await waitFor(() => expect(asked("normal_week_keep")).toHaveLength(1));
  const [ask] = asked("normal_week_keep") as [{ blocks: number[]; replace: boolean; name: string }];
  expect([ask.name, ask.replace, ask.blocks.length]).toEqual(["week a", true, boxes.filter((box) => box.checked).length]);
});

test("what is about a child or was laid for a task is of one week", async () => {
  const { blocks } = await call("week", { date: "2026-11-09" });
  const [first] = blocks.filter((block) => block.pupils.length === 0);
  expect(blocks.some((block) => block.pupils.length > 0)).toBe(true);
  expect(usual({ blocks }).every((id) => blocks.find((block) => block.id === id)!.pupils.length === 0)).toBe(true);
  expect(usual({ blocks, tasks: new Map([[first!.id, {} as never]]) })).not.toContain(first!.id);
});

test("one is renamed and removed where they are listed; a name another has is refused beside the field", async () => {
  render(Week);
  await choose(/^Rename or remove/);
  const list = await screen.findByRole("dialog", { name: "Normal weeks" });
  await fireEvent.click(within(list).getByRole("button", { name: "Rename Week B" }));
  await fireEvent.input(within(list).getByLabelText("Name"), { target: { value: "WEEK A" } });
  await fireEvent.submit(list.querySelector("form")!);
  await within(list).findByText(/^Another normal week has that name/);
  await fireEvent.click(within(list).getByRole("button", { name: "Leave it" }));
  await fireEvent.click(within(list).getByRole("button", { name: "Remove Week A" }));
  await waitFor(() => expect(within(list).queryByText("Week A")).toBeNull());
});
