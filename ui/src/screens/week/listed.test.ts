import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import axe from "axe-core";
import { beforeEach, expect, test } from "vitest";
import Week from "./Index.svelte";
import { shown } from "./shown.svelte";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  [shown.view, shown.day] = ["week", null];
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  window.addEventListener("keydown", pressed);
});
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test("one day has the timetable to itself, today first, and another is a press away", async () => {
  render(Week);
  await screen.findByRole("application");
  await press("d");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Wed 4 Nov" }).checked).toBe(true);
  expect(screen.queryByRole("button", { name: /^Annual review: draft the report, Tuesday/ })).toBeNull();
  await fireEvent.click(screen.getByRole("radio", { name: "Tue 3 Nov" }));
  await screen.findByRole("button", { name: /^Annual review: draft the report, Tuesday 09:00 to 10:30/ });
});

test("the list says what was planned and what happened, opens each, and takes the keys of a block", async () => {
  const { container } = render(Week);
  await screen.findByRole("application");
  await fireEvent.click(screen.getByRole("radio", { name: "List" }));
  const list = screen.getByRole("table", { name: "The plan of the week and what happened" });
  expect(screen.queryByRole("application")).toBeNull();
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  const open = within(list).getAllByRole("button").find((button) => button.closest("tr")?.classList.contains("open"))!;
  open.focus();
  await press("n");
  await screen.findByRole("dialog", { name: "Not done" });
  expect(host.calls.some(({ name }) => name === "block_not_done")).toBe(false);
  await waitFor(() => expect(within(list).getAllByRole("row").length).toBeGreaterThan(10));
});
