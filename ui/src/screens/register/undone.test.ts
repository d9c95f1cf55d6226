// What takes an hour to decide is not lost by a slip or a lock: the import of a list, and a year's end.
import type { MockHost } from "$host/mock";
import { forgetDrafts, readDrafts } from "$state/drafts.svelte";
import { route } from "$state/router.svelte";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { mapTabbed } from "./record/mapTabbed";
import { withException } from "./yearend/plan";
import { asked, begin, open, press } from "./onMock";

let host: MockHost;
beforeEach(async () => {
  forgetDrafts();
  host = await begin();
});

const keptUnder = (start: string) =>
  asked("draft_keep")
    .map((one) => one as { key: string; value: unknown })
    .filter(({ key, value }) => key.startsWith(start) && value !== null)
    .at(-1);

/** The daybook locks, and is opened again with what was left. */
async function lockAndOpen(start: string) {
  await waitFor(() => expect(keptUnder(start)).toBeTruthy());
  const { key, value } = keptUnder(start)!;
  forgetDrafts();
  cleanup();
  host = await begin();
  host.answer({ drafts: () => ({ [key]: value }) });
  await readDrafts();
}

async function exception() {
  const table = await screen.findByRole("grid", { name: "Children moving up" });
  await fireEvent.keyDown(table, { key: "Enter" });
  await fireEvent.click(await screen.findByLabelText("Stays in the year"));
  await press("Keep this");
  await screen.findByText(/1 exception so far/);
}

test("a year's end with an exception asks before it is left, and outlives a lock", async () => {
  open({ yearEnd: true });
  await exception();
  await press("Register");
  await screen.findByRole("dialog", { name: "Leave without saving?" });
  await press("Stay");
  expect(route.params).toMatchObject({ yearEnd: true });
  await lockAndOpen("yearend:");
  open({ yearEnd: true });
  await screen.findByText("What you were typing is here again.");
  await screen.findByText(/1 exception so far/);
});

test("an import with a row left out asks before it is left, and knows the list again after a lock", async () => {
  const through = async () => {
    open({ import: true, path: "/home/senco/Documents/roll.csv" });
    await press("Check the rows");
    return screen.findByLabelText<HTMLInputElement>("Leave this row out");
  };
  await fireEvent.click(await through());
  await waitFor(() => expect(keptUnder("import:")).toBeTruthy());
  const { value } = keptUnder("import:")!;
  expect(JSON.stringify(value)).not.toMatch(/[A-Z][a-z]+,? [A-Z][a-z]+/);
  await press("Register");
  await screen.findByRole("dialog", { name: "Leave the import?" });
  await press("Stay");
  expect(route.params).toMatchObject({ import: true });
  await lockAndOpen("import:");
  await waitFor(async () => expect((await through()).checked).toBe(true));
});

test("a child above the last year can be kept, and one who does as others do is no exception", () => {
  const plan = { from: "2027-09-01", last_day: "2027-07-21", top: "6", classes: [], exceptions: [] };
  const years = ["R", "1", "5", "6", "7"];
  const kept = (year: string, becomes: "moves_up" | "leaves" | "stays") => withException(plan, { pupil: 1, year }, becomes, null, years).exceptions.length;
  expect([kept("7", "moves_up"), kept("7", "leaves"), kept("6", "leaves"), kept("5", "moves_up"), kept("5", "stays")]).toEqual([1, 0, 0, 0, 1]);
});

test("the provision map is copied with a line for each provision, and nothing for what has no price", () => {
  const row = { provision: 1, pupil: 2, intervention: "Lego", area: "ci", dose: "once a week, 30 minutes", group_size: 3, staff: "Mrs Lee", minutes_a_week: 30, to_date: 1050, full_run: 2000, unpriced: false };
  const groups = [{ label: "3A", pupil: null, minutes_a_week: 60, to_date: 1050, full_run: 2000, rows: [row, { ...row, unpriced: true }] }];
  const text = mapTabbed(groups as never, { group: (one) => one.label, child: () => "Finch, Ada", area: () => "Communication" });
  const lines = text.split("\n").map((line) => line.split("\t"));
  expect(lines).toHaveLength(3);
  expect(lines[1]).toEqual(["3A", "Finch, Ada", "Lego", "Communication", "once a week, 30 minutes", "3", "Mrs Lee", "30", "10.50", "20.00"]);
  expect(lines[2]!.slice(-2)).toEqual(["", ""]);
});
