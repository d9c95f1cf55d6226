// What is done with the list as a whole, on the mock host: what changed, year's end, paper.
import { go } from "$state/router.svelte";
import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { asked, begin, open, press, sound } from "../onMock";

beforeEach(async () => {
  await begin();
  open();
  await screen.findByText("50 on the register");
});

test("what changed is told child by child, and an earlier day asks again", async () => {
  go("register", { changes: true });
  await screen.findByRole("heading", { level: 1, name: "What changed" });
  expect(asked("register_changes")).toEqual([{ since: "2026-10-07", scope: "register" }]);
  await screen.findByRole("heading", { name: "Nothing changed" });
  const since = screen.getByLabelText("Since");
  await fireEvent.input(since, { target: { value: "01/03/2026" } });
  await fireEvent.blur(since);
  await screen.findByText("SEN provision began: E, because “Plan finalised; named provision begins after half-term”.");
  await sound();
  await press("Open the record of Fernández-López, Oluwaseun");
  await screen.findByRole("heading", { level: 1, name: "Oluwaseun Fernández-López" });
});

test("everybody is moved up after a look, with an exception that was said", async () => {
  go("register", { yearEnd: true });
  await screen.findByRole("heading", { level: 1, name: "Year’s end" });
  const table = await screen.findByRole("grid", { name: "Children moving up" });
  await sound();
  await fireEvent.keyDown(table, { key: "Enter" });
  await fireEvent.click(await screen.findByLabelText("Stays in the year"));
  await press("Keep this");
  await waitFor(() => expect(asked("year_end_preview").at(-1)).toMatchObject({ plan: { exceptions: [{ becomes: "stays", class: null }] } }));
  await screen.findByText(/1 exception so far/);
  await fireEvent.change(screen.getByLabelText(/^1A of Year 1 becomes/), { target: { value: "Elm" } });
  await waitFor(() => expect(asked("year_end_preview").at(-1)).toMatchObject({ plan: { exceptions: [{}], classes: [{ class: "1A", year: "1" }] } }));
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: "Move everybody up" }).disabled).toBe(false));
  await press("Move everybody up");
  const sure = await screen.findByRole("dialog", { name: "Move everybody up?" });
  expect(sure.textContent).toMatch(/\d+ (child leaves|children leave); the last day on roll is Tuesday 21 July 2026/);
  expect(asked("year_end")).toEqual([]);
  await press("Move them up");
  await waitFor(() => expect(asked("year_end")).toHaveLength(1));
  await screen.findByRole("grid", { name: "Pupils" });
  go("register", { yearEnd: true });
  await screen.findByText("Everybody was moved up into that year already.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Move everybody up" }).disabled).toBe(true);
});

test("the last day and the leaving year follow the first day until she sets them, and nothing stale stays on show", async () => {
  go("register", { yearEnd: true });
  const says = async (label: string, day: string) => {
    const field = await screen.findByLabelText<HTMLInputElement>(new RegExp(`^${label}`));
    await fireEvent.input(field, { target: { value: day } });
    await fireEvent.blur(field);
  };
  await screen.findByRole("grid", { name: "Children moving up" });
  await says("Begins", "01/09/2027");
  await waitFor(() => expect(asked("year_end_preview").at(-1)).toMatchObject({ plan: { from: "2027-09-01" }, work_out: ["last_day", "top"] }));
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(/^Their last day on roll/).value).toBe("21/07/2027"));
  await says("Their last day on roll", "30/09/2027");
  await screen.findByText("These answers do not fit together yet, so nothing is worked out from them.");
  expect(screen.queryByRole("grid", { name: "Children moving up" })).toBeNull();
  expect(screen.queryByText(/move up,/)).toBeNull();
  await says("Their last day on roll", "16/07/2027");
  await screen.findByRole("grid", { name: "Children moving up" });
  await says("Begins", "01/09/2028");
  await waitFor(() => expect(asked("year_end_preview").at(-1)).toMatchObject({ plan: { from: "2028-09-01", last_day: "2027-07-16" }, work_out: ["top"] }));
});

test("the list is printed as it is shown, by case code unless names are asked for", async () => {
  await press(/^K – SEN support/);
  await screen.findByText(/of 50 on the register/);
  go("register", { paper: "list" });
  await screen.findByText("Register list");
  expect(asked("paper_preview")).toMatchObject([{ names: false, of: { what: "list", query: { statuses: ["K"] } } }]);
  await sound();
  await fireEvent.click(screen.getByLabelText("Names"));
  await screen.findByText(/It is confidential/);
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Print/ }).disabled).toBe(false));
  await press(/^Print/);
  await waitFor(() => expect(asked("paper_printed")).toMatchObject([{ names: true }]));
  await press("Register");
  await screen.findByText(/of 50 on the register/);
});
