// What was written down wrongly of provision and needs is corrected where it stands.
import { call } from "$host";
import { go } from "$state/router.svelte";
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { asked, begin, open, press } from "../onMock";

beforeEach(async () => {
  await begin();
  open();
  go("register", { pupil: 1 });
});

test("a spell is corrected in its place, and the form says at the field what cannot be", async () => {
  const { statuses } = await call("pupil", { pupil: 1 });
  await fireEvent.click((await screen.findAllByRole("button", { name: /^Correct this: / }))[0]!);
  const dialog = within(await screen.findByRole("dialog", { name: "Correct this provision" }));
  const why = dialog.getByLabelText(/^Why/) as HTMLInputElement;
  expect(why.value).toBe(statuses[0]!.reason);
  await fireEvent.input(why, { target: { value: "Seen by the EP" } });
  const from = dialog.getByLabelText(/^From/);
  const say = async (day: string) => {
    await fireEvent.input(from, { target: { value: day } });
    await fireEvent.blur(from);
    await press("Keep the correction");
  };
  await say("2001-09-03");
  await waitFor(() => expect(from.getAttribute("aria-invalid")).toBe("true"));
  expect(document.activeElement).toBe(from);
  await say(statuses[0]!.from);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("status_save").at(-1)).toMatchObject({ pupil: 1, status: statuses[0]!.id, code: statuses[0]!.code, from: statuses[0]!.from, reason: "Seen by the EP" });
  await screen.findByText(/Seen by the EP/);
});

test("a need begins on the day it is said to", async () => {
  const { needs } = await call("pupil", { pupil: 1 });
  await fireEvent.click((await screen.findAllByRole("button", { name: /^Correct the first day: / }))[0]!);
  const dialog = within(await screen.findByRole("dialog", { name: "Correct the first day" }));
  const from = dialog.getByLabelText(/^From/);
  await fireEvent.input(from, { target: { value: "2024-06-03" } });
  await fireEvent.blur(from);
  await press("Keep the correction");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("need_save").at(-1)).toMatchObject({ pupil: 1, from: "2024-06-03" });
  expect(needs.map(({ id }) => id)).toContain((asked("need_save").at(-1) as { need: number }).need);
});
