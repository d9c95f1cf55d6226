// The lists of the school: what is retired, added and refused.
import { useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import Lists from "./Lists.svelte";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let host: MockHost;
beforeEach(() => {
  document.body.innerHTML = "";
  host = mockHost();
  useHost(host);
  render(Lists);
});
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
const field = (label: string) => screen.findByLabelText((text) => text.replace(/ needed$/, "") === label);
const asked = (name: string) => host.calls.filter((call) => call.name === name).map((call) => call.args);

test("kinds of plan of the rules say how often they are reviewed and by what; one of the school’s own is added", async () => {
  await screen.findByText("reviewed every 13 weeks · Code 6.65");
  await press("Add a kind of plan");
  await fireEvent.input(await field("Name"), { target: { value: "Forest plan" } });
  const weeks = await field("Weeks from one review to the next");
  await fireEvent.input(weeks, { target: { value: "6" } });
  await fireEvent.blur(weeks);
  await press("Add it");
  await waitFor(() => expect(asked("plan_kind_save")).toEqual([{ kind: null, details: { name: "Forest plan", review_weeks: 6, retired: false } }]));
});

test("a flag is retired, and a name that another has is refused at its field", async () => {
  await press("Change Forces family");
  await fireEvent.click(await screen.findByLabelText("Retired"));
  await press("Save");
  await waitFor(() => expect(asked("flag_save")).toEqual([{ flag: 1, details: { name: "Forces family", retired: true } }]));
  await press("Add a flag");
  await fireEvent.input(await field("Name"), { target: { value: "forces family" } });
  await press("Add it");
  await screen.findByText(/There is a flag of that name already/);
});

test("an intervention is renamed for everybody", async () => {
  await press("Change Language group");
  await fireEvent.input(await field("Name"), { target: { value: "Talk time" } });
  await press("Save");
  await waitFor(() => expect(asked("intervention_save")).toEqual([{ intervention: 1, details: { name: "Talk time", area: "communication", retired: false } }]));
});
