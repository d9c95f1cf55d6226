// The way in, and what is always at hand, on the mock host.
import { useHost } from "$host";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import App from "./App.svelte";
import { mockHost, type MockHost } from "./host/mock";

let host: MockHost;
beforeEach(() => {
  host = mockHost();
  useHost(host);
});

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const heading = (name: string) => screen.findByRole("heading", { level: 1, name });

async function open() {
  render(App);
  await heading("Write it down once");
  await press("Oakfield Primary");
  await heading("Oakfield Primary");
  await type("Passphrase", "four plain words");
  await press("Open");
  await heading("Today");
}

test("a daybook is made only with words that are enough, typed twice alike", async () => {
  render(App);
  await heading("Write it down once");
  await press("Make a daybook");
  await type("Name needed", "Oakfield");
  await type("Passphrase needed", "short");
  await type("Passphrase again needed", "shorter");
  await press("Make the daybook");
  await screen.findByText(/too easy to guess/);
  expect(screen.queryByText("Guessed in minutes.")).toBeNull();
  screen.getByText(/not the same/);
  expect(host.calls.map(({ name }) => name)).not.toContain("vault_create");
  await type("Passphrase needed", "four plain words here");
  await type("Passphrase again needed", "four plain words here");
  await screen.findByText("Very hard to guess.");
  await press("Make the daybook");
  await heading("A key for the safe");
  await press("Later, in Settings");
  await heading("Today");
  expect(host.calls.find(({ name }) => name === "vault_create")?.args).toMatchObject({ within: "/home/senco/Documents", name: "Oakfield" });
});

test("wrong words leave it locked and say so at the field", async () => {
  render(App);
  await heading("Write it down once");
  await press("Oakfield Primary");
  await heading("Oakfield Primary");
  await type("Passphrase", "no");
  await press("Open");
  await screen.findByText(/does not open this daybook/);
  expect(screen.getByLabelText("Passphrase").getAttribute("aria-invalid")).toBe("true");
});

test("a daybook whose folder has gone cannot be opened but can be taken off the list", async () => {
  render(App);
  await heading("Write it down once");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Old laptop" }).disabled).toBe(true);
  await press("Take Old laptop off this list");
  await waitFor(() => expect(screen.queryByText("Old laptop")).toBeNull());
});

test("the daybook used last is one Enter away, and making another is no longer the first thing to do", async () => {
  render(App);
  await heading("Write it down once");
  const known = screen.getByRole("button", { name: "Oakfield Primary" });
  expect(document.activeElement).toBe(known);
  expect(known.classList).toContain("primary");
  expect(screen.getByRole("button", { name: "Make a daybook" }).classList).not.toContain("primary");
});

test("two letters change the screen, and its heading takes the focus", async () => {
  await open();
  await fireEvent.keyDown(document.body, { key: "g" });
  await fireEvent.keyDown(document.body, { key: "r" });
  const title = await heading("Register");
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(screen.getByRole("button", { name: "Register" }).getAttribute("aria-current")).toBe("page");
});

test("a line captured from outside the window is kept and can be undone", async () => {
  await open();
  host.pressCapture();
  await screen.findByRole("dialog", { name: "What just happened?" });
  await type("In a line", "15m Mrs Cook phone");
  await press("Keep it");
  await waitFor(() => expect(host.calls).toContainEqual({ name: "capture", args: { line: "15m Mrs Cook phone", minutes: null } }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await press("Undo");
  await waitFor(() => expect(host.calls.map(({ name }) => name)).toContain("undo"));
});

test("a captured line says whom it is about and what it took the place of, without leaving the keyboard", async () => {
  await open();
  const planned = [{ block: 77, title: "Annual review", work: "Annual reviews", start: 540, minutes: 90 }];
  const read = await host.call("capture_read", { line: "20m upset", minutes: null });
  host.answer({ capture_read: () => ({ ...read, planned }), capture: () => ({ value: 1, changed: ["entry"], undo: "Line captured" }) });
  host.pressCapture();
  await screen.findByRole("dialog", { name: "What just happened?" });
  await type("In a line", "20m upset");
  const whom = await screen.findByLabelText("Pupils it is about");
  await fireEvent.input(whom, { target: { value: "C-0142" } });
  await screen.findByRole("option");
  await fireEvent.keyDown(whom, { key: "ArrowDown" });
  await fireEvent.keyDown(whom, { key: "Enter" });
  const pushed = await screen.findByLabelText(/^It took the place of Annual review, 09:00/);
  await fireEvent.click(pushed);
  await fireEvent.submit(document.querySelector("#capture")!);
  await waitFor(() => expect(host.calls.find(({ name }) => name === "capture")?.args).toMatchObject({ line: "20m upset", minutes: null, displaced: 77 }));
  const sent = host.calls.find(({ name }) => name === "capture")!.args as { pupils?: number[] };
  expect(sent.pupils).toHaveLength(1);
});

test("locking leaves nothing of the daybook on the screen", async () => {
  await open();
  await press("Lock the daybook");
  await screen.findByLabelText("Passphrase");
  expect(screen.queryByRole("navigation")).toBeNull();
});

test("started to explore the sample school, the pages take what the core has opened and do not have it built again", async () => {
  const facts = await host.facts();
  const open = await host.call("sample_explore", {});
  host.calls.length = 0;
  host.facts = async () => ({ ...facts, sample: true });
  host.answer({ session: () => open });
  render(App);
  await heading("Today");
  expect(host.calls.map(({ name }) => name)).not.toContain("sample_explore");
});

test("the palette forgets what it found when it closes, also what is found after that", async () => {
  await open();
  const query = () => screen.findByPlaceholderText("A screen, an action, a pupil");
  const look = async () => {
    await fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    await fireEvent.input(await query(), { target: { value: "fern" } });
  };
  const close = async () => {
    await fireEvent.keyDown(await query(), { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  };
  let seen = false;
  const watch = new MutationObserver(() => (seen ||= document.body.textContent.includes("Fernández")));
  const reopen = async () => {
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    await fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
    await query();
    await new Promise((done) => setTimeout(done, 20));
    watch.disconnect();
    expect(seen).toBe(false);
    await close();
  };
  await look();
  await screen.findAllByText(/Fernández/);
  await close();
  await reopen();

  let answer = () => {};
  const rows = await host.call("pupil_find", { search: "fern", limit: 1 });
  host.answer({ pupil_find: () => new Promise((done) => (answer = () => done(rows))) });
  await look();
  await waitFor(() => expect(host.calls.findLast(({ name }) => name === "pupil_find")?.args).toMatchObject({ search: "fern" }));
  await close();
  answer();
  await new Promise((done) => setTimeout(done, 20));
  await reopen();
});

test("a theme that could not be kept is said", async () => {
  await open();
  host.answer({
    appearance_save: () => {
      throw { code: "prefs.unwritable", message: "The look could not be kept.", field: null };
    },
  });
  await fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  await fireEvent.input(await screen.findByPlaceholderText("A screen, an action, a pupil"), { target: { value: "dark theme" } });
  await fireEvent.click(await screen.findByText("Dark theme"));
  await screen.findByText("The look could not be kept.");
});

test("what is put away until the next opening is there again then", async () => {
  host.answer({ setup: () => ({ school: true, calendar: false, hours: true, pupils: true }) });
  await open();
  await fireEvent.click(await screen.findByRole("button", { name: "Put this away for now" }));
  await waitFor(() => expect(screen.queryByText("Getting started")).toBeNull());
  await press("Lock the daybook");
  await screen.findByLabelText("Passphrase");
  await type("Passphrase", "four plain words");
  await press("Open");
  await screen.findByText("Getting started");
});
