// Looking at a pack, and printing or saving what was looked at, on the mock host.
import { call, useHost } from "$host";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { mockHost, type MockHost } from "../../host/mock";
import { go, route } from "$state/router.svelte";
import { enter } from "$state/session.svelte";
import { toasts } from "$state/toasts.svelte";
import Index from "./Index.svelte";

let host: MockHost;
let printed = 0;
beforeEach(async () => {
  host = mockHost();
  printed = 0;
  host.printPage = async () => void (printed += 1);
  useHost(host);
  enter(await call("vault_create", { within: "/home/senco", name: "Oakfield Primary", passphrase: "four plain words here" }));
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const asked = (name: string) => host.calls.filter((one) => one.name === name).at(-1)?.args;

async function show(kind: string) {
  go("packs", { kind, date: "2026-11-04" });
  render(Index);
  await screen.findAllByRole("img");
}

test("a word said not to be a pupil is printed as it stands, in the pack that is printed", async () => {
  await show("week_as_it_happened");
  screen.getByText("3 names are hidden in this pack.");
  await fireEvent.click(screen.getByLabelText("A colleague, or no name at all: print Hope as it stands"));
  await screen.findByText("2 names are hidden in this pack.");
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Print/ }).disabled).toBe(false));
  await press(/^Print/);
  await waitFor(() => expect(asked("pack_printed")).toEqual({ kind: "week_as_it_happened", date: "2026-11-04", options: { keep: [{ word: "Hope", case_codes: ["C-0150"] }], hide: null } }));
  expect(printed).toBe(1);
  // Whether anything was printed, nobody can know.
  expect(toasts.list.at(-1)?.text).toMatch(/print window opened/);
  await screen.findByText(/as shown here/);
});

test("an everyday word in small letters is not hidden until she ticks it", async () => {
  await show("week_as_it_happened");
  screen.getByText(/in small letters, not hidden: tick to hide/);
  await fireEvent.click(screen.getByLabelText("A pupil: hide will in small letters too"));
  await screen.findByText("4 names are hidden in this pack.");
  expect(asked("pack_preview")).toMatchObject({ options: { keep: null, hide: ["will"] } });
});

test("a pack is saved where she says, and nowhere when she thinks better of it", async () => {
  await show("week_plan");
  host.pickSave = async () => null;
  await press(/^Save PDF/);
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Save PDF/ }).disabled).toBe(false));
  expect(asked("pack_save")).toBeUndefined();
  host.pickSave = async (_, name) => `/media/usb/${name}`;
  await press(/^Save PDF/);
  await waitFor(() => expect(asked("pack_save")).toMatchObject({ path: "/media/usb/Week plan 2026-11-02.pdf" }));
});

test("a week without a plan has nothing to print, and says where to begin", async () => {
  await show("week_plan");
  await press(/^The week before/);
  await screen.findByRole("heading", { name: "There is no plan for this week yet" });
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Print Ctrl|^Print$/ }).disabled).toBe(true);
  await press("Plan the week");
  expect([route.screen, route.params.date]).toEqual(["week", "2026-10-26"]);
});

test("a print window that did not open is no print", async () => {
  host.printPage = () => Promise.reject({ code: "print.failed", message: "The print dialog did not open.", field: null });
  await show("week_plan");
  await press(/^Print/);
  await waitFor(() => expect(toasts.list.at(-1)).toMatchObject({ tone: "fault", text: "The print dialog did not open." }));
  expect(asked("pack_printed")).toBeUndefined();
});
