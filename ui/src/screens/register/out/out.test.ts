// The register out as a file, before a census, by the rule of retention, and a child erased: on the mock host, as she would.
import type { MockHost } from "$host/mock";
import { go, route } from "$state/router.svelte";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test, vi } from "vitest";
import Index from "../Index.svelte";
import ErasedCopies from "$screens/settings/safety/ErasedCopies.svelte";
import Erase from "./Erase.svelte";
import Export from "./Export.svelte";
import { asked, begin, press, sound } from "../onMock";

let host: MockHost;
beforeEach(async () => {
  host = await begin();
});

test("the rows that are shown are saved, in their order, as the kind that is chosen", async () => {
  const rows = (await host.call("pupil_find", { search: "", limit: 3 })).slice(0, 3);
  render(Export, { open: true, pupils: rows.map(({ id }) => id), onclose: () => {} });
  await screen.findByText(/^3 children, by name, with more of each record than the list shows/);
  await fireEvent.click(screen.getByLabelText("Transfer file"));
  screen.getByText(/the office’s own transfer file does/);
  await sound();
  await press("Save");
  await screen.findByText(/^Saved in .*Register\.xml\./);
  expect(asked("register_export")).toEqual([{ pupils: rows.map(({ id }) => id), format: "ctf", path: "/home/senco/Documents/Register.xml" }]);
});

test("what the census will miss is told child by child, and leads to the record", async () => {
  go("register", { census: true });
  render(Index);
  await screen.findByText("In 1 record something is missing or odd.");
  screen.getByText(/^SEN support \(K\) needs a primary need/);
  screen.getByText("CBDS codeset SEN provision; Code 6.44");
  await sound();
  await press("Fernández-López, Oluwaseun");
  expect(route.params).toEqual({ pupil: 1 });
});

test("the school's own rule says who is due", async () => {
  go("register", { retention: true });
  render(Index);
  await screen.findByText(/^Nobody is due\./);
  await sound();
  const years = await screen.findByLabelText("Years from the date of birth, with special educational needs");
  const keep = () => fireEvent.click(screen.getAllByRole("button", { name: "Keep this rule" })[0]!);
  await fireEvent.input(years, { target: { value: "3" } });
  await keep();
  await screen.findByText(/between 18 and 100 years old/);
  await fireEvent.input(years, { target: { value: "25" } });
  await keep();
  await screen.findByText(/^1 record is due\./);
  await screen.findByRole("button", { name: "Osborne, Grace" });
});

test("copies that an erasing left are deleted later", async () => {
  await host.call("child_erase", { pupil: 7, confirm: "C-0007", delete_copies: false, kept: [] });
  const ondeleted = vi.fn();
  render(ErasedCopies, { ondeleted });
  await screen.findByText("2 copies of the daybook from before it still hold a child who was erased.");
  await sound();
  await press("Delete them");
  await press("Delete 2 copies");
  await waitFor(() => expect(ondeleted).toHaveBeenCalled());
  await waitFor(() => expect(screen.queryByText(/still hold a child/)).toBeNull());
});

test("a child is erased once the file is seen to and the code is typed", async () => {
  const onclose = vi.fn();
  render(Erase, { open: true, pupil: 7, saved: false, onsave: async () => {}, onclose });
  const confirm = await screen.findByLabelText("Type C-0007 to erase the child");
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: "Erase for good" });
  await sound();
  await fireEvent.input(confirm, { target: { value: "C-0008" } });
  expect(button.disabled || button.getAttribute("aria-disabled") === "true").toBe(true);
  await fireEvent.click(screen.getByLabelText("It has been passed on already, or nobody needs it"));
  expect(button.disabled || button.getAttribute("aria-disabled") === "true", "nothing is chosen for her about the copies").toBe(true);
  await fireEvent.click(screen.getByRole("radio", { name: /^Delete all \d/ }));
  await fireEvent.click(screen.getByLabelText("Leave as it is"));
  await fireEvent.click(button);
  await screen.findByText(/That is not the case code of this child/);
  expect(onclose).not.toHaveBeenCalled();
  await fireEvent.input(confirm, { target: { value: "C-0007" } });
  await fireEvent.click(button);
  await waitFor(() => expect(onclose).toHaveBeenCalled());
  expect(asked("child_erase")).toEqual([
    { pupil: 7, confirm: "C-0008", delete_copies: true, kept: ["Rang home about Zoë Nguyễn"] },
    { pupil: 7, confirm: "C-0007", delete_copies: true, kept: ["Rang home about Zoë Nguyễn"] },
  ]);
});
