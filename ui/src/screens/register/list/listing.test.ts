// The list as a whole on the mock host: columns, groups, views, and one change to many, by keyboard and by what it says.
import { RULES } from "$host/mock/register/rules";
import type { MockHost } from "$host/mock";
import { go } from "$state/router.svelte";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import Index from "../Index.svelte";
import { asked, begin, open, press, sound } from "../onMock";

let host: MockHost;
beforeEach(async () => {
  host = await begin();
  open();
  await screen.findByText("50 on the register");
});

const grid = () => screen.findByRole("grid");

async function markTwo() {
  const table = await grid();
  await fireEvent.keyDown(table, { key: " " });
  await fireEvent.keyDown(table, { key: "ArrowDown" });
  await fireEvent.keyDown(table, { key: " " });
  await screen.findByText("2 pupils marked");
}

async function choose(menu: string, item: string) {
  const button = await screen.findByRole("button", { name: menu });
  button.focus();
  await fireEvent.keyDown(button, { key: "Enter" });
  await fireEvent.keyDown(await screen.findByRole("menuitem", { name: item }), { key: "Enter" });
}

test("a column that is chosen is shown, and the usual ones come back", async () => {
  await press("Columns");
  await fireEvent.click(await screen.findByLabelText("Age"));
  await waitFor(() => expect(asked("register").at(-1)).toMatchObject({ query: { columns: expect.arrayContaining(["age"]) } }));
  expect(within(await grid()).getByRole("columnheader", { name: "Age" })).toBeTruthy();
  await press("The usual columns");
  await waitFor(() => expect(within(screen.getByRole("grid")).queryByRole("columnheader", { name: "Age" })).toBeNull());
  await sound();
});

test("a view is kept under a name, begins the list the next time, and can be removed", async () => {
  await press(/^K – SEN support/);
  await press("Views");
  await screen.findByText(/to find it again with one press/);
  await fireEvent.input(await screen.findByLabelText("Keep this view as"), { target: { value: "SEN support" } });
  await press("Keep this view");
  await waitFor(() => expect(asked("view_save")).toMatchObject([{ name: "SEN support", query: { statuses: ["K"] } }]));
  await press("View: SEN support");
  await press("The usual list");
  await screen.findByText("50 on the register");
  await press("Views");
  await press("Remove the view SEN support");
  await waitFor(() => expect(asked("view_remove")).toHaveLength(1));
  await sound();
});

test("groups have headings, and the keyboard goes from row to row past them", async () => {
  host.answer({ views: () => ({ last: 1, views: [{ id: 1, name: "By provision", query: { scope: "register", search: "", statuses: [], needs: [], years: [], classes: [], plans: [], flags: [], own_flags: [], sort: "name", descending: false, group: "status", columns: [] } }] }) });
  go("register", { add: true });
  await screen.findByLabelText("Legal surname");
  document.body.innerHTML = "";
  const target = document.createElement("main");
  document.body.append(target);
  go("register");
  render(Index, {}, { baseElement: target });
  await screen.findByRole("rowheader", { name: /^E – Education, health and care plan/ });
  const table = await grid();
  await fireEvent.keyDown(table, { key: "ArrowDown" });
  expect(document.getElementById(table.getAttribute("aria-activedescendant") ?? "")?.getAttribute("aria-rowindex")).toBe("4");
  await sound();
});

test("pupils are marked by Space, and one change to them is seen before it is made", async () => {
  await markTwo();
  await choose("Change them", "Class");
  expect(screen.getAllByRole<HTMLButtonElement>("button", { name: "Change them" }).at(-1)!.disabled).toBe(true);
  await fireEvent.input(await screen.findByLabelText("Class"), { target: { value: "4B" } });
  await screen.findByText("2 would change.");
  await sound();
  await press("Change 2 pupils");
  await waitFor(() => expect(asked("pupils_set")).toMatchObject([{ change: { what: "class", class: "4B" } }]));
  await waitFor(() => expect(screen.queryByText("2 pupils marked")).toBeNull());
});

test("those for whom it cannot be done are told first, and can be left out", async () => {
  await markTwo();
  host.answer({
    pupils_set_preview: ({ pupils }) => ({
      lines: pupils.map((pupil, at) => ({ pupil, case_code: `C-${pupil}`, surname: "Moss", forename: "Ada", was: "4A", becomes: "4B", same: false, refused: at === 1 ? "That cannot be." : null })),
      changes: 1,
      same: 0,
      refused: pupils.length - 1,
    }),
  });
  await choose("Change them", "Class");
  await fireEvent.input(screen.getByLabelText("Class"), { target: { value: "4B" } });
  await screen.findByText("1 would change, 1 cannot be changed.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Change 1 pupil" }).disabled).toBe(true);
  await press("Leave those out");
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Change 1 pupil" }).disabled).toBe(false));
});

test("a flag of the school's own is filtered by, and set on many", async () => {
  await press(/^Flags/);
  await fireEvent.click(await screen.findByRole("button", { name: /^Forces family/ }));
  await waitFor(() => expect(asked("register").at(-1)).toMatchObject({ query: { own_flags: [1] } }));
  await sound();
});

test("the list is filtered by the kind of an open plan, which has a column that says it", async () => {
  const said = RULES.plan_kinds.find(({ key }) => key === "support")!.label;
  await press(/^Plan$/);
  await fireEvent.click(await screen.findByRole("button", { name: new RegExp(`^${said}`) }));
  await waitFor(() => expect(asked("register").at(-1)).toMatchObject({ query: { plans: ["support"] } }));
  await screen.findByRole("button", { name: /^Plan: / });
  await sound();
});

test("what the core refuses of the whole change is said at its field", async () => {
  await markTwo();
  host.answer({
    pupils_set_preview: () => {
      throw { code: "text.too_long", message: "This may be 100 characters long at most. Shorten it and try again; nothing was changed.", field: "class" };
    },
  });
  await choose("Change them", "Class");
  await fireEvent.input(screen.getByLabelText("Class"), { target: { value: "4B" } });
  await screen.findByText(/100 characters long at most/);
  expect(screen.getByLabelText("Class").getAttribute("aria-invalid")).toBe("true");
});

test("columns are put in another order by keyboard, which is kept for the next time", async () => {
  await press("Columns");
  const down = await screen.findByRole("button", { name: "Move Name down" });
  down.focus();
  await fireEvent.click(down);
  await waitFor(() => expect((asked("register").at(-1) as { query: { columns: string[] } }).query.columns.slice(0, 2)).toEqual(["year", "name"]));
  expect((asked("appearance_save").at(-1) as { register_columns: string[] }).register_columns.slice(0, 2)).toEqual(["year", "name"]);
  await screen.findByText("Name is now column 2 of 8.");
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Move Name down"));
  await fireEvent.keyDown(document.activeElement!, { key: "ArrowUp", altKey: true });
  await waitFor(() => expect((asked("register").at(-1) as { query: { columns: string[] } }).query.columns).toEqual([]));
  expect(within(await grid()).getAllByRole("columnheader").map((one) => one.textContent?.trim()).filter((one) => one !== "" && one !== "Marked")[0]).toMatch(/^Name/);
  await sound();
});

test("of the marked, a file is saved and the rows are copied", async () => {
  await markTwo();
  await press("Save as a file");
  await screen.findByText(/^2 children, by name/);
  await press("Save");
  await waitFor(() => expect((asked("register_export").at(-1) as { pupils: number[] }).pupils).toHaveLength(2));
});
