// The whole record of a child on the mock host, part by part, as she would; and the pure words beside it.
import type { PlanForm } from "$host";
import { parsePounds, pounds } from "$format/money";
import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, describe, expect, it, test } from "vitest";
import { blankOutcome, blankPlan, blankStrategy, withoutOutcome, written } from "./plan/plan";
import { saidNumber, spots } from "./results/chart";
import { asked, begin, open, press, sound } from "../onMock";

beforeEach(async () => {
  await begin();
});

// A field that is needed says so in its label.
const field = (label: string) => screen.findByLabelText((text) => text.replace(/ needed$/, "") === label);
const type = async (label: string, value: string) => fireEvent.input(await field(label), { target: { value } });
const leave = async (label: string) => fireEvent.blur(await field(label));

test("the tabs move by arrow keys, and every part is fit for everybody", async () => {
  open({ pupil: 1 });
  const first = await screen.findByRole("tab", { name: "Overview" });
  first.focus();
  for (const [tab, words] of [
    ["Plan", "Asks an adult for help with a word or a picture"],
    ["Provision", "Language group"],
    ["Profile", "My drawings"],
    ["Results", "88"],
    ["Documents", "Hearing test.pdf"],
    ["Timeline", "On roll from this day."],
  ] as const) {
    await fireEvent.keyDown(screen.getByRole("tablist"), { key: "ArrowRight" });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("tab", { name: tab, selected: true })));
    const panel = await screen.findByRole("tabpanel", { name: tab });
    expect((await within(panel).findAllByText(words, { exact: false })).length).toBeGreaterThan(0);
    await sound(document.querySelector("#screen")!);
  }
  await fireEvent.keyDown(screen.getByRole("tablist"), { key: "End" });
  await screen.findByRole("tab", { name: "History", selected: true });
});

test("a plan is begun with a day to review it by, and lines nobody wrote on are left out", async () => {
  open({ pupil: 9, view: "plan" });
  await press("Begin a plan");
  await type("What is known", "Speaks in twos");
  await type("Outcome 1", "Asks for help");
  await press("Add an outcome");
  await press("Add a strategy");
  await type("Strategy 1", "Pictures");
  await sound(await screen.findByRole("dialog", { name: "Begin a plan" }));
  await press("Begin the plan");
  await screen.findByText("Asks for help");
  const [sent] = asked("plan_add") as { form: PlanForm }[];
  expect(sent).toMatchObject({ pupil: 9, form: { kind: "support", cycle: { from: "2026-11-04", review_on: "2027-02-03", assess: "Speaks in twos" } } });
  expect(sent!.form.cycle.outcomes.map((outcome) => outcome.text)).toEqual(["Asks for help"]);
  expect(sent!.form.cycle.strategies.map((strategy) => strategy.text)).toEqual(["Pictures"]);
});

test("what the core refuses of a plan stands at its field", async () => {
  open({ pupil: 1, view: "plan" });
  await press("Change");
  await type("To be reviewed by", "01/01/2026");
  await leave("To be reviewed by");
  await press("Keep the plan");
  await screen.findByText(/Each round needs a day to review it by/);
  expect((await field("To be reviewed by")).getAttribute("aria-invalid")).toBe("true");
});

test("a review asks how far each outcome came before it closes the round for good", async () => {
  open({ pupil: 1, view: "plan" });
  await press("Review");
  await sound(await screen.findByRole("dialog", { name: "Review the plan" }));
  await press("Keep the review");
  await screen.findByText(/Say of each outcome how far it came/);
  await fireEvent.click(screen.getByRole("radio", { name: "Some progress" }));
  await type("What was seen of outcome 1", "With a picture");
  await press("Keep the review");
  await screen.findByText(/round 3, to be reviewed by 3 Feb 2027/);
  expect(asked("plan_review").at(-1)).toMatchObject({
    plan: 1,
    review: { reviewed_on: "2026-11-04", outcomes: [{ outcome: 3, progress: "some", came: "With a picture" }], next: { then: "goes", review_on: "2027-02-03" } },
  });
});

test("a review is opened again with a reason, to be put right as it was said", async () => {
  open({ pupil: 1, view: "plan" });
  await press("Review");
  await fireEvent.click(await screen.findByRole("radio", { name: "Some progress" }));
  await type("What came of it as a whole", "She asks, with a picture");
  await press("Keep the review");
  await screen.findByText(/round 3, to be reviewed by/);
  await press("More about SEN support plan");
  await fireEvent.click(await screen.findByRole("menuitem", { name: "Open the review of round 2 again" }));
  await sound(await screen.findByRole("dialog", { name: "Open the review again" }));
  screen.getByText(/^Round 3, which began from it, goes/);
  await press("Open it again");
  await screen.findByText(/^Say why the review is opened again/);
  await type("Why", "The wrong day");
  await press("Open it again");
  await screen.findByRole("dialog", { name: "Review the plan" });
  expect((await field("What came of it as a whole") as HTMLTextAreaElement).value).toBe("She asks, with a picture");
  expect(asked("plan_reopen").at(-1)).toEqual({ plan: 1, why: "The wrong day" });
});

test("costs to date and for the full run are told apart, and ending asks what it changed", async () => {
  open({ pupil: 1, view: "provision" });
  await screen.findByText("£46.67 to date, £66.67 for the full run (this child’s share of £140.00 and £200.00 for the group of 3)");
  await press("End");
  await type("Measure at the end", "30");
  await press("End it");
  await waitFor(() => expect(asked("provision_end")).toEqual([{ provision: 1, on: "2026-11-04", exit: "30", impact: "" }]));
  await press("Begin provision");
  await type("Intervention", "Lego group");
  await type("Cost of a session", "12.50");
  await leave("Cost of a session");
  await sound(await screen.findByRole("dialog", { name: "Begin provision" }));
  await press("Begin");
  await waitFor(() => expect(asked("provision_add")).toMatchObject([{ pupil: 1, details: { intervention: "Lego group", pence: 1250 } }]));
});

test("the provision map is grouped as it is asked", async () => {
  open({ map: true });
  await screen.findByText("Fernández-López, Oluwaseun");
  await sound(document.querySelector("#screen")!);
  await fireEvent.click(screen.getByRole("radio", { name: "By area" }));
  await screen.findByText("Communication and interaction");
  expect(asked("provision_map")).toEqual([
    { by: "child", ended: false },
    { by: "area", ended: false },
  ]);
});

test("a result is added, a profile written and a document noted", async () => {
  open({ pupil: 9, view: "results" });
  await press("Add a result");
  await type("Test or scale", "BPVS");
  await type("Result", "85");
  await press("Add the result");
  await waitFor(() => expect(asked("assessment_add")).toMatchObject([{ pupil: 9, details: { name: "BPVS", score: "85", date: "2026-11-04" } }]));
  await fireEvent.click(screen.getByRole("tab", { name: "Profile" }));
  await press("Write the profile");
  await type("My hopes", "To read to my sister");
  await press("Keep the profile");
  await waitFor(() => expect(asked("profile_save")).toMatchObject([{ pupil: 9, profile: { hopes: "To read to my sister" } }]));
  await fireEvent.click(screen.getByRole("tab", { name: "Documents" }));
  await press("Note where one lies");
  await type("Where it lies", "S:\\SEND\\letter.docx");
  await type("Name", "Letter");
  await press("Note it");
  await waitFor(() => expect(asked("document_link")).toMatchObject([{ pupil: 9, link: "S:\\SEND\\letter.docx", details: { name: "Letter" } }]));
  await press("Keep a small file");
  await press("Choose a file");
  await press("Keep the file");
  await waitFor(() => expect(asked("document_keep")).toMatchObject([{ pupil: 9, path: "/home/senco/Documents/roll.csv", details: { name: "roll.csv" } }]));
});

test("a flag of the school’s own is named once and kept with the child", async () => {
  open({ pupil: 1 });
  await type("Another flag", "forces FAMILY");
  await press("Add flag");
  await screen.findByText(/There is a flag of that name already/);
  await type("Another flag", "Farm");
  await press("Add flag");
  await screen.findByLabelText("Farm");
  await press(/Save the details/);
  await waitFor(() => expect(asked("pupil_save")).toMatchObject([{ pupil: 1, details: { own_flags: [2] } }]));
});

describe("words and numbers", () => {
  it("money is read and written", () => {
    for (const [text, pence] of [["12.50", 1250], ["£12.5", 1250], ["1,250", 125_000], ["80p", 80], ["", null], ["twelve", null], ["1.234", null]] as const)
      expect(parsePounds(text), text).toBe(pence);
    for (const [pence, text] of [[0, "£0.00"], [5, "£0.05"], [125_000, "£1,250.00"], [123_456_789, "£1,234,567.89"]] as const) expect(pounds(pence)).toBe(text);
  });
  it("a plan loses an outcome and the lines nobody wrote on, and what was for it is for all", () => {
    const form = blankPlan("support", "2026-11-04", 13);
    form.cycle.outcomes = ["A", "", "C"].map((text) => ({ ...blankOutcome(), text }));
    form.cycle.strategies = [{ ...blankStrategy(), text: "for C", outcome: 2 }, { ...blankStrategy(), text: "for none", outcome: 1 }, blankStrategy()];
    const cycle = written(form).cycle;
    expect(cycle.outcomes.map((one) => one.text)).toEqual(["A", "C"]);
    expect(cycle.strategies.map((one) => [one.text, one.outcome])).toEqual([["for C", 1], ["for none", null]]);
    expect(withoutOutcome(cycle, 0).strategies.map((one) => one.outcome)).toEqual([0, null]);
  });
  it("numbers stand in a chart by their days", () => {
    const points = [{ date: "2026-01-01", hundredths: 8000 }, { date: "2026-01-11", hundredths: 9050 }, { date: "2026-02-10", hundredths: 8000 }];
    expect(spots({ name: "", scale: "", points }, 100, 50).map(({ x, y, said }) => [x, Math.round(y), said])).toEqual([[0, 40, "80"], [25, 10, "90.5"], [100, 40, "80"]]);
    expect(spots({ name: "", scale: "", points: points.slice(0, 1) }, 100, 50)[0]).toMatchObject({ x: 50, y: 25 });
    expect([0, 5, -25, 10_450].map(saidNumber)).toEqual(["0", "0.05", "−0.25", "104.5"]);
  });
});
