// What is typed into a form of a record: kept once, kept through a lock, and never let go by a slip of a key.
import type { MockHost } from "$host/mock";
import { forgetDrafts, readDrafts } from "$state/drafts.svelte";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { draftPlace } from "../../../shell/draftPlaces";
import { asked, begin, open, press } from "../onMock";

let host: MockHost;
beforeEach(async () => {
  forgetDrafts();
  host = await begin();
});

const field = (label: string) => screen.findByLabelText((text) => text.replace(/ needed$/, "") === label);
const type = async (label: string, value: string) => fireEvent.input(await field(label), { target: { value } });
const keptUnder = (key: string) => asked("draft_keep").filter((one) => (one as { key: string }).key === key && (one as { value: unknown }).value !== null).at(-1);

test.each([
  ["results", "Add a result", "Test or scale", "results:new:10", "results"],
  ["documents", "Note where one lies", "Where it lies", "documents:link:10", "documents"],
  ["record", "Set provision", "Why", "record-status:new:10", "record"],
])("what is typed under %s outlives a lock, and is there again in its form", async (view, button, label, key, part) => {
  open({ pupil: 10, view });
  await press(button);
  await type(label, "Half a");
  await waitFor(() => expect(keptUnder(key)).toBeTruthy());
  const { value } = keptUnder(key) as { value: unknown };
  // The daybook locks, and is opened again.
  forgetDrafts();
  cleanup();
  host = await begin();
  host.answer({ drafts: () => ({ [key]: value }) });
  await readDrafts();
  const place = draftPlace(key);
  expect(place.label).not.toBe("Something you were typing");
  open({ pupil: 10, draft: key, view: part });
  await screen.findByText("What you were typing is here again.");
  expect(((await field(label)) as HTMLInputElement).value).toBe("Half a");
});

test("Escape asks before typed words go, and staying keeps them", async () => {
  open({ pupil: 1, view: "plan" });
  await press("Review");
  await type("What came of it as a whole", "She asks now");
  await fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
  await screen.findByRole("dialog", { name: "Leave without saving?" });
  await press("Stay");
  await waitFor(() => expect(screen.queryByRole("dialog", { name: "Leave without saving?" })).toBeNull());
  expect(((await field("What came of it as a whole")) as HTMLTextAreaElement).value).toBe("She asks now");
});

test("two presses of the button keep one result", async () => {
  open({ pupil: 9, view: "results" });
  await press("Add a result");
  await type("Test or scale", "BPVS");
  const form = document.querySelector("#result-form")!;
  void fireEvent.submit(form);
  void fireEvent.submit(form);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked("assessment_add")).toHaveLength(1);
});

test("what is refused takes the focus to its field, also in a short form", async () => {
  open({ pupil: 1 });
  await press("Change provision");
  await screen.findByRole("dialog");
  await fireEvent.submit(document.querySelector("#status")!);
  await screen.findByText("Choose the provision first.");
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true"));
});

test("a review taken up again keeps what was seen with its outcome, also where the plan was changed meanwhile", async () => {
  const key = "plan-review:1.2:1";
  const left = { outcomes: [{ outcome: 99, progress: "met", came: "Of one that is gone" }, { outcome: 3, progress: "some", came: "With a picture" }], reviewed_on: "2026-11-04", review: "Well", then: "goes", review_on: "2027-02-03", why: "" };
  const [plan] = await host.call("plans", { pupil: 1 });
  const name = `plan-review:1.${plan!.cycles[0]!.id}:1`;
  host.answer({ drafts: () => ({ [name]: left, [key]: left }) });
  await readDrafts();
  open({ pupil: 1, draft: name });
  await screen.findByText("What you were typing is here again.");
  expect(((await field("What was seen of outcome 1")) as HTMLTextAreaElement).value).toBe("With a picture");
  await press("Keep the review");
  await waitFor(() => expect(asked("plan_review")).toHaveLength(1));
  expect((asked("plan_review")[0] as { review: { outcomes: unknown[] } }).review.outcomes).toEqual([{ outcome: 3, progress: "some", came: "With a picture" }]);
});

test("a day that was taken out is asked for at its field before the core is", async () => {
  open({ pupil: 9, view: "results" });
  await press("Add a result");
  await type("Test or scale", "BPVS");
  await type("Done on", "");
  await fireEvent.blur(await field("Done on"));
  await fireEvent.submit(document.querySelector("#result-form")!);
  await screen.findByText("Say on which day it was done.");
  expect(asked("assessment_add")).toEqual([]);
  expect((await field("Done on")).getAttribute("aria-invalid")).toBe("true");
});
