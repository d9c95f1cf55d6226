// Locking by itself, hiding names, and what was being typed when it locked, on the mock host.
import { useHost, type ListColumn, type RegisterRow } from "$host";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { medium, typed } from "$format/dates";
import { RULES } from "$host/mock/register/rules";
import Toasts from "./shell/Toasts.svelte";
import { copyOut } from "$screens/register/list/clipboard";
import { everybody } from "$screens/register/list/query";
import Rows from "$screens/register/list/Rows.svelte";
import { createRawSnippet } from "svelte";
import { SvelteSet } from "svelte/reactivity";
import Backups from "$screens/settings/safety/Backups.svelte";
import RecoveryKey from "$screens/settings/safety/RecoveryKey.svelte";
import Unlock from "$screens/start/Unlock.svelte";
import App from "./App.svelte";
import { mockHost, type MockHost } from "./host/mock";
import { turnPrivacy } from "./state/privacy.svelte";

let host: MockHost;
beforeEach(() => {
  host = mockHost();
  useHost(host);
});
afterEach(() => {
  vi.unstubAllGlobals();
  turnPrivacy(false);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });

async function unlock() {
  await type("Passphrase", "four plain words");
  await press("Open");
  await screen.findByRole("navigation", { name: "Screens" });
}
async function open() {
  render(App);
  await heading("Write it down once");
  await press("Oakfield Primary");
  await heading("Oakfield Primary");
  await unlock();
}
async function lockByItself() {
  host.say("locking");
  await screen.findByText(/^Locking/);
  expect(document.documentElement.hasAttribute("data-covered")).toBe(true);
  await host.call("vault_lock", {});
  host.answer({ session: ((before) => async () => ({ ...(await before), locked_because: "idle" as const }))(host.call("session", {})) });
  host.say("locked");
  await screen.findByText(/Nobody had touched it/);
  await waitFor(() => expect(document.documentElement.hasAttribute("data-covered")).toBe(false));
}

test("the page covers itself before it locks by itself, and the lock screen says why", async () => {
  await open();
  await lockByItself();
  expect(screen.queryByRole("navigation", { name: "Screens" })).toBeNull();
});

test("somebody being there is told once, not with every key", async () => {
  await open();
  const before = host.touches;
  for (const key of ["a", "b", "c"]) await fireEvent.keyDown(document.body, { key });
  expect(host.touches - before).toBeLessThanOrEqual(1);
  expect(host.touches).toBeGreaterThan(0);
});

test("a line that was being captured when it locked is there again, and can be let go", async () => {
  await open();
  host.pressCapture();
  await screen.findByLabelText("In a line");
  await type("In a line", "20m office about the rota");
  await lockByItself();
  expect(host.calls).toContainEqual({ name: "draft_keep", args: { key: "capture", value: { line: "20m office about the rota", chosen: "", choices: { pupils: null, displaced: null } } } });
  await unlock();
  await screen.findByText("A line you were capturing");
  await press(/^Go on/);
  const line = await screen.findByLabelText<HTMLInputElement>("In a line");
  await waitFor(() => expect(line.value).toBe("20m office about the rota"));
  await screen.findByText("What you were typing is here again.");
  await press("Discard");
  await waitFor(() => expect(line.value).toBe(""));
  await waitFor(() => expect(host.calls).toContainEqual({ name: "draft_keep", args: { key: "capture", value: null } }), { timeout: 3_000 });
});

test("a line that was kept is no draft any more", async () => {
  await open();
  host.pressCapture();
  await screen.findByLabelText("In a line");
  await type("In a line", "20m office about the rota");
  const kept = (value: unknown) => ({ name: "draft_keep", args: { key: "capture", value } });
  await waitFor(() => expect(host.calls).toContainEqual(kept({ line: "20m office about the rota", chosen: "", choices: { pupils: null, displaced: null } })), { timeout: 3_000 });
  await press("Keep it");
  await waitFor(() => expect(host.calls).toContainEqual(kept(null)), { timeout: 3_000 });
});

test("what was being typed elsewhere is offered with the way to it, and discarded there", async () => {
  host.answer({ drafts: () => ({ "entry:new:2026-11-03": { text: "Xanthe" }, school: { name: "Elm", senco: "", head: "" } }) });
  await open();
  await screen.findByText("What you were typing when it locked is here again.");
  screen.getByText("A new entry, Tue 3 Nov 2026");
  expect(screen.queryByText(/Xanthe/)).toBeNull();
  await press(/^Discard: A new entry/);
  expect(host.calls).toContainEqual({ name: "draft_keep", args: { key: "entry:new:2026-11-03", value: null } });
  await press(/^Go on: The school/);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>("School needed").value).toBe("Elm"));
  await waitFor(() => expect(screen.queryByText("What you were typing when it locked is here again.")).toBeNull());
});

test("F8 takes every pupil's name off the register and the record, and brings it back", async () => {
  await open();
  const { rows } = await host.call("register", {
    query: { scope: "roll", search: "", statuses: [], needs: [], years: [], classes: [], plans: [], flags: [], own_flags: [], sort: "name", descending: false, group: "none", columns: [] },
  });
  await press("Register");
  await screen.findByRole("grid", { name: "Pupils" });
  const visible = () => rows.find((row) => document.querySelector("tbody")?.textContent.includes(row.case_code));
  await waitFor(() => expect(visible()).toBeDefined());
  const shown = visible()!;
  expect(document.body.textContent).toContain(shown.surname);
  await fireEvent.keyDown(document.body, { key: "F8" });
  await screen.findByText(/are hidden. Case codes stay/);
  nowhere(rows);
  expect(document.body.textContent).toContain(shown.case_code);
  await fireEvent.click(screen.getAllByText(shown.case_code)[0]!);
  await screen.findByRole("heading", { level: 2, name: "Details" });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(shown.case_code);
  nowhere(rows);
  const born = screen.getByLabelText<HTMLInputElement>("Date of birth");
  expect([born.value, born.type]).toEqual([typed(shown.born!), "password"]);
  expect(document.body.textContent).not.toMatch(/ old\b/);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Choose from a calendar: Date of birth" }).disabled).toBe(true);
  await fireEvent.keyDown(document.body, { key: "F8" });
  await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toContain(shown.surname));
  expect(born.type).toBe("text");
});

test("while names are hidden, nothing that holds them is copied", async () => {
  const copied: string[] = [];
  vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText: async (text: string) => void copied.push(text) } });
  render(Toasts);
  await copyOut("Surname", "1 row");
  await screen.findByText(/1 row copied/);
  turnPrivacy(true);
  await copyOut("Surname", "1 row");
  await screen.findByText(/Names are hidden, and 1 row would hold them/);
  expect(copied).toEqual(["Surname"]);
});

test("dates of birth in the list are hidden with the names", async () => {
  const query = { ...everybody("roll"), columns: ["case_code", "born", "age", "upn", "admission"] as ListColumn[] };
  const list = await host.call("register", { query });
  const row = list.rows.find((one) => one.born)!;
  render(Rows, { rules: RULES, own: new Map(), list, query, marked: new SvelteSet<string | number>(), active: 0, top: 0, onsort: () => {}, onopen: () => {}, empty: createRawSnippet(() => ({ render: () => "<p></p>" })) });
  await screen.findByText(row.case_code);
  await screen.findAllByText(medium(row.born!));
  turnPrivacy(true);
  await waitFor(() => expect(document.body.innerHTML).not.toContain(medium(row.born!)));
  expect(document.body.textContent).toContain(row.case_code);
});

test("a second place that the newest backup did not reach is not called ready", async () => {
  const backups = await host.call("backups", {});
  host.answer({ backups: () => ({ ...backups, second: { folder: "/media/stick", state: "behind", last: null } }) });
  render(Backups);
  await screen.findByText(/the newest backup could not be copied to it/);
  expect(screen.queryByText(/each backup is copied to it/)).toBeNull();
});

test("only where there was a key before is a key before spoken of", async () => {
  const made = { groups: ["7KXQ"], made_at: "2026-11-04T09:40:00" };
  const first = render(RecoveryKey, { made, stored: false });
  expect(screen.queryByText(/no longer opens/)).toBeNull();
  first.unmount();
  render(RecoveryKey, { made, stored: false, again: true });
  screen.getByText(/The key there was before no longer opens the daybook/);
});

test("a daybook on a drive that cannot be written to is offered to be read", async () => {
  const vault = { name: "Oakfield", folder: "/media/disc/Oakfield.daybook", sample: false, found: true };
  const fault = { code: "store.read_only", message: "The daybook's folder cannot be written to.", field: null };
  const read: string[] = [];
  const nothing = () => {};
  render(Unlock, { vault, because: null, busy: false, fault, onunlock: nothing, onread: (secret: string) => void read.push(secret), onrestore: nothing, onother: nothing });
  await type("Passphrase", "four plain words");
  await press("Open it only to read");
  expect(read).toEqual(["four plain words"]);
});

/** No name of theirs is to be read, hovered over or heard. */
function nowhere(rows: readonly RegisterRow[]) {
  const spoken = [...document.querySelectorAll("[title], [aria-label]")].flatMap((one) => [one.getAttribute("title"), one.getAttribute("aria-label")]);
  const typed = [...document.querySelectorAll<HTMLInputElement>("input:not([type=password]), textarea")].map((one) => one.value);
  const all = [document.body.textContent, ...spoken, ...typed].join("\n");
  for (const { surname } of rows) expect(all).not.toContain(surname);
}
