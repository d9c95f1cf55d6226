// The import, decision by decision, while the core takes its time.
import { useHost, type ImportView, type Mapping } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { undo } from "$state/write.svelte";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import DoneStep from "./DoneStep.svelte";
import RowsStep from "./RowsStep.svelte";
import { Wizard } from "./wizard.svelte";

let host: MockHost;
let wizard: Wizard;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await host.call("sample_explore", {}));
  wizard = new Wizard("2026-11-04");
  await wizard.open("/home/senco/roll.csv");
});
const mappings = () => host.calls.filter(({ name }) => name === "import_preview").map(({ args }) => (args as { mapping: Mapping | null }).mapping);

test("a column changed while another is looked at keeps both changes", async () => {
  const look = (await host.call("import_preview", { path: "", text: null, mapping: null, choices: { left_out: [], accepted: [], refused: [], as_at: "2026-11-04" } })) as ImportView;
  host.answer({ import_preview: async () => new Promise((done) => setTimeout(() => done(look), 20)) });
  const first = wizard.take(0, "ignore");
  const second = wizard.take(13, "class");
  await Promise.all([first, second]);
  expect(mappings().at(-1)?.columns.flatMap(({ field }, at) => (at === 0 || at === 13 ? [field] : []))).toEqual(["ignore", "class"]);
});

test("a decision about rows, made while a column is looked at, keeps the column", async () => {
  const taken = wizard.take(13, "class");
  await Promise.all([taken, wizard.leaveOut(3, true)]);
  expect(mappings().at(-1)?.columns[13]?.field).toBe("class");
});

test("a day that cannot be read holds the import back", async () => {
  wizard.step = "rows";
  render(RowsStep, { wizard });
  const day = screen.getByLabelText(/^Provision and needs hold from/);
  await fireEvent.input(day, { target: { value: "31/2" } });
  await fireEvent.blur(day);
  await fireEvent.click(screen.getByText(/^Add \d+ pupils/, { selector: "button *" }));
  await new Promise((done) => setTimeout(done, 20));
  expect(host.calls.map(({ name }) => name)).not.toContain("import_commit");
  await waitFor(() => expect(document.activeElement).toBe(day));
});

test("each import is taken back by itself, though both are called the same", async () => {
  const done: string[] = [];
  const state = () => ({ undo: done.at(-1) ?? null, redo: null });
  host.answer({
    import_commit: () => {
      done.push("List of pupils imported");
      return { value: { added: 1, updated: 0, same: 0, left_out: 0, left: 0 }, changed: ["pupil"], undo: "List of pupils imported" };
    },
    undo: () => {
      done.pop();
      return { value: state(), changed: ["pupil"], undo: null };
    },
  });
  await wizard.carryOut();
  await wizard.carryOut();
  render(DoneStep, { wizard, choose: () => {} });
  await fireEvent.click(screen.getByText("Undo the import"));
  await screen.findByRole("heading", { name: "The import was undone" });
  expect(screen.queryByText("Undo the import")).toBeNull();
  await undo();
  screen.getByRole("heading", { name: "The import was undone" });
});

test("a first list holds from the start of the school year, a later one from today", async () => {
  expect(wizard.asAt).toBe("2026-11-04");
  host.answer({ setup: () => ({ school: true, calendar: true, hours: true, pupils: false }) });
  const first = new Wizard("2026-11-04");
  await first.open("/home/senco/roll.csv");
  expect(first.asAt).toBe("2026-09-01");
});

test("a row that is settled no longer asks to be looked at", async () => {
  wizard.step = "rows";
  const { container } = render(RowsStep, { wizard });
  await fireEvent.click(screen.getByText(/^To look at/));
  const asking = () => container.querySelectorAll("tbody .asks").length;
  const before = asking();
  const odd = wizard.view!.preview.rows.find((row) => row.problems.some(({ code }) => code === "old_status"))!;
  await wizard.answer(odd.problems, true);
  await waitFor(() => expect(asking()).toBe(before - 1));
  expect(container.querySelectorAll("tbody .settled")).toHaveLength(1);
  screen.getByText(/\(1 settled\)/);
});

test("cells are pasted, a change is refused and those who left are marked", async () => {
  await wizard.paste("Surname\tForename\nKhan\tLeo");
  const row = wizard.view!.preview.rows.find(({ changes }) => changes.length > 1)!;
  await wizard.refuse({ row: row.row, field: "class" }, true);
  wizard.hasLeft([91, 92], true);
  wizard.lastDay = "2026-10-23";
  await wizard.carryOut();
  const sent = host.calls.filter(({ name }) => name === "import_commit").at(-1)!.args;
  expect(sent).toMatchObject({
    text: "Surname\tForename\nKhan\tLeo",
    choices: { refused: [{ row: row.row, field: "class" }] },
    leaving: { pupils: [91, 92], last_day: "2026-10-23" },
  });
});

test("who is in the list after all has not left", async () => {
  wizard.hasLeft([91, 4711], true);
  await wizard.again();
  expect([...wizard.leavers]).toEqual([91]);
});
