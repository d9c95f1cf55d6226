// A child's history tells what was printed of the child, as soon as it was.
import type { HistoryLine } from "$host";
import type { MockHost } from "$host/mock";
import { announce } from "$state/reload.svelte";
import { go } from "$state/router.svelte";
import { fireEvent, screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { begin, open } from "../onMock";

let host: MockHost;
const lines: HistoryLine[] = [];
beforeEach(async () => {
  host = await begin();
  host.answer({ history: () => [...lines] });
  open();
  go("register", { pupil: 1 });
});

test("what was printed stands in the history without opening it anew", async () => {
  await fireEvent.click(await screen.findByRole("tab", { name: "History" }));
  await screen.findByText("Nothing has been done to it yet.");
  const said = "Printed or saved: one-page profile, with names.";
  lines.push({ at: "2026-11-04T09:00:00", who: "", sentence: said, undone: false });
  announce(["pack"]);
  await screen.findByText(said);
  expect(screen.queryByText("Nothing has been done to it yet.")).toBeNull();
});
