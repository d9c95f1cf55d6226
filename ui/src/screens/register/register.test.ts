// The register on the mock host: found, opened, changed, and imported, as she would.
import { call } from "$host";
import type { MockHost } from "$host/mock";
import { announce } from "$state/reload.svelte";
import { go, route } from "$state/router.svelte";
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { asked, begin, open, press } from "./onMock";
import { findPupils } from "./palette";

let host: MockHost;
beforeEach(async () => {
  host = await begin();
  open();
});

const type = async (label: string, value: string) => fireEvent.input(await screen.findByLabelText(label), { target: { value } });
const table = () => screen.findByRole("grid");

async function openLongest() {
  await type("Search by name, class, UPN or case code", "oluwaseun fernandez C-0001");
  await screen.findByText("1 of 50 on the register");
  await fireEvent.keyDown(await table(), { key: "Enter" });
  await screen.findByRole("heading", { level: 1, name: "Oluwaseun Fernández-López" });
}

async function openImport() {
  go("register", { import: true });
  await press("Choose a file");
  await screen.findByRole("heading", { name: "What does each column hold?" });
}

test("the count follows what is typed, and clearing shows everybody again", async () => {
  await screen.findByText("50 on the register");
  await type("Search by name, class, UPN or case code", "nobody is called this");
  await screen.findByRole("heading", { name: "Nobody fits" });
  await screen.findByText("0 of 50 on the register");
  await press("Clear the search and filters");
  await screen.findByText("50 on the register");
});

test("coming back from a record finds the list as it was left", async () => {
  await openLongest();
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Oluwaseun Fernández-López"));
  await press("Register");
  await screen.findByText("1 of 50 on the register");
  await waitFor(async () => expect(document.activeElement).toBe(await table()));
});

test("changes not saved are asked about before they are left, and kept when she stays", async () => {
  await openLongest();
  await type("Class", "3A");
  await screen.findByText("1 change not saved yet");
  go("register");
  await screen.findByRole("dialog", { name: "Save the changes first?" });
  await press("Stay here");
  expect((screen.getByLabelText("Class") as HTMLInputElement).value).toBe("3A");
  go("register");
  await press("Save and go on");
  await screen.findByText("1 of 50 on the register");
  expect(asked("pupil_save")).toMatchObject([{ pupil: 1, details: { class: "3A", surname: "Fernández-López" } }]);
});

test("a date that cannot be read is put right before anything is saved", async () => {
  await openLongest();
  await type("Class", "3A");
  await type("Date of birth", "31/02/2018");
  (screen.getByLabelText("Date of birth") as HTMLElement).focus();
  await press(/Save the details/);
  await screen.findByText(/^Type a day as/);
  expect(asked("pupil_save")).toEqual([]);
});

test("what the core refuses stands at its field", async () => {
  go("register", { add: true });
  await type("Class", "3A");
  await press(/Add the pupil/);
  await screen.findByText("A pupil needs a name. Nothing was changed.");
  expect(screen.getByLabelText("Legal surname").getAttribute("aria-invalid")).toBe("true");
});

test("a need moves up by a key, and the order is what is kept", async () => {
  await openLongest();
  await press("Change needs");
  await fireEvent.keyDown(await screen.findByRole("button", { name: "Move up: Hearing impairment" }), { key: "ArrowUp", altKey: true });
  await screen.findByText("Hearing impairment is now the primary need.");
  await press("Keep these needs");
  await waitFor(() => expect(asked("needs_set")).toEqual([{ pupil: 1, codes: ["HI", "SLCN", "SEMH"], from: "2026-11-04" }]));
});

test("an import writes nothing until its button, which says what it does; then there is nothing left to import", async () => {
  await openImport();
  await press("Check the rows");
  await screen.findByText("415 new, 3 changed, 1 already as in the file, 3 repeats left out, 1 waiting for you and 2 not importable. 13 to look at and 11 with a note.");
  await fireEvent.keyDown(await table(), { key: " " });
  expect(asked("import_commit")).toEqual([]);
  await press("Add 414 pupils and update 3");
  await screen.findByText("414 pupils were added and 3 updated.");
  expect(asked("import_commit")).toMatchObject([{ fingerprint: "8f14e45f", choices: { left_out: [2], accepted: [], as_at: "2026-11-04" } }]);
  await screen.findByText(/rows came in with something to look at/);
  await screen.findAllByText(/Date of birth with the month first/);
  await press("Import another list");
  await press("Check the rows");
  await screen.findByText("Nothing to import, since nothing would change: all 425 children are here already as the file has them.");
});

test("an offer is accepted for one row or for all of its kind", async () => {
  await openImport();
  await press("Check the rows");
  await press(/To look at/);
  for (let at = 0; at < 5; at += 1) await fireEvent.keyDown(await table(), { key: "ArrowDown" });
  await press("Do so in all 2 rows like this");
  await waitFor(() => expect(asked("import_preview").at(-1)).toMatchObject({ choices: { accepted: [{ code: "born_month_first" }, { code: "born_month_first" }] } }));
});

test("a file that changed since it was looked at is not imported, and can be looked at again", async () => {
  const fault = { code: "import.file_changed", message: "The file has changed since you looked at it. Nothing was imported; look at it again first.", field: null };
  host.answer({
    import_commit: () => {
      throw fault;
    },
  });
  await openImport();
  await press("Check the rows");
  await press("Add 415 pupils and update 3");
  await screen.findByText(fault.message);
  const looks = asked("import_preview").length;
  await press("Look at it again");
  await waitFor(() => expect(asked("import_preview").length).toBe(looks + 1));
  screen.getByRole("heading", { name: "What would become of each row?" });
});

test("the palette finds pupils by their names", async () => {
  const items = await findPupils("fernandez oluw");
  expect(items[0]).toMatchObject({ group: "Pupils", label: "Fernández-López, Oluwaseun", detail: "Year 3, class 3 Kingfishers and Woodpeckers · C-0001" });
  items[0]!.run();
  await screen.findByRole("heading", { level: 1, name: "Oluwaseun Fernández-López" });
  expect(await findPupils("f")).toEqual([]);
});

test("a spell that should never have been written down is removed, and what is missing then is said", async () => {
  await openLongest();
  const before = (await screen.findAllByRole("button", { name: /^Remove this: / })).length;
  await fireEvent.click((await screen.findAllByRole("button", { name: /^Remove this: .*(since|from)/ }))[0]!);
  await waitFor(() => expect(asked("status_remove")).toHaveLength(1));
  await waitFor(() => expect(screen.getAllByRole("button", { name: /^Remove this: / })).toHaveLength(before - 1));
  expect(document.activeElement?.textContent).toBe("SEN provision");
});

test("what the core tidied is shown as it is kept, and nothing is left to save", async () => {
  await openLongest();
  const before = await call("pupil", { pupil: 1 });
  host.answer({ pupil_save: () => ({ value: null, changed: [], undo: null }), pupil: () => before });
  await type("Class", `${before.class} `);
  await screen.findByText("1 change not saved yet");
  await press(/Save the details/);
  await waitFor(() => expect(screen.queryByText("1 change not saved yet")).toBeNull());
  expect((screen.getByLabelText("Class") as HTMLInputElement).value).toBe(before.class);
});

test("going on to the same record without saving puts it back, and asks again the next time", async () => {
  await openLongest();
  for (let times = 0; times < 2; times += 1) {
    await type("Class", "3A");
    await screen.findByText("1 change not saved yet");
    go("register", { pupil: 1 });
    await screen.findByRole("dialog", { name: "Save the changes first?" });
    await press("Go on without saving");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect((screen.getByLabelText("Class") as HTMLInputElement).value).not.toBe("3A");
  }
});

test("a pupil whose adding was undone leaves the list, and no record to type in", async () => {
  await openLongest();
  host.answer({
    pupil: () => {
      throw { code: "store.gone", message: "That is no longer in the daybook.", field: null };
    },
  });
  announce(["pupil"]);
  await screen.findByLabelText("Search by name, class, UPN or case code");
  expect(screen.queryByLabelText("Legal surname")).toBeNull();
  expect(route.params).toEqual({});
});

test("a reason for provision may be as long as the core takes", async () => {
  await openLongest();
  await press("Change provision");
  expect((await screen.findByLabelText<HTMLInputElement>(/^Why/)).maxLength).toBe(400);
});

test("importing asks for the list at once; whoever has none yet is told which files will do", async () => {
  const pick = vi.spyOn(host, "pickFile");
  await press("Import a list");
  await screen.findByRole("heading", { name: "What does each column hold?" });
  expect(pick).toHaveBeenCalledTimes(1);
  go("register");
  pick.mockResolvedValue(null);
  await press("Import a list");
  await screen.findByRole("heading", { name: "Which file?" });
  expect(pick).toHaveBeenCalledTimes(2);
});
