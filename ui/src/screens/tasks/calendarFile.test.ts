// Dates for another calendar: what was ticked and from when to when is asked for, by code unless names were ticked, and never by name while those are hidden.
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { turnPrivacy } from "$state/privacy.svelte";
import { enter } from "$state/session.svelte";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import CalendarFile from "./CalendarFile.svelte";

let host: MockHost;
beforeEach(async () => {
  turnPrivacy(false);
  host = mockHost();
  useHost(host);
  enter(await call("sample_explore", {}));
  render(CalendarFile, { onclose: () => {} });
});
const asked = () => host.calls.filter((one) => one.name === "calendar_file_save").map((one) => one.args as { names: boolean });
const tick = (name: RegExp) => fireEvent.click(screen.getByRole("checkbox", { name }));
const save = () => fireEvent.click(screen.getByRole("button", { name: /^Save/ }));

test("what is ticked is saved by code for six weeks from today, and it is said where", async () => {
  screen.getByText(/^For another calendar, such as Outlook. The file is not encrypted/);
  await tick(/^Planned blocks/);
  await save();
  await screen.findByText(/^12 dates saved in \/home\/senco\/Documents\/Daybook.ics/);
  expect(asked()).toEqual([{ tasks: true, reviews: true, blocks: true, from: "2026-11-04", to: "2026-12-15", names: false, path: "/home/senco/Documents/Daybook.ics" }]);
});

test("names leave only when they are ticked, and never while they are hidden", async () => {
  await tick(/^Names instead/);
  await save();
  await waitFor(() => expect(asked()).toHaveLength(1));
  expect(asked()[0]!.names).toBe(true);
  turnPrivacy(true);
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /^Names instead/ })).toMatchObject({ disabled: true, checked: false }));
});

test("nothing ticked is nothing to save; what the core refuses is said", async () => {
  await tick(/^Tasks/);
  await tick(/^Reviews/);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Save/ }).disabled).toBe(true);
  await tick(/^Tasks/);
  host.answer({
    calendar_file_save: () => {
      throw { code: "calendar_file.empty", message: "Nothing of what you ticked falls in those days.", field: "to" };
    },
  });
  await save();
  await screen.findByText("Nothing of what you ticked falls in those days.");
});
