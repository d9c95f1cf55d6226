// The timer in the strip, its words, and what it asks, on the mock host.
import { call, useHost, type Question, type TimerView } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { enter } from "$state/session.svelte";
import { turnPrivacy } from "$state/privacy.svelte";
import { pressed } from "$state/shortcuts.svelte";
import { configure, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Timer from "./Timer.svelte";
import { happened, lengthNeeded, lengthOf } from "./words";

const TODAY = "2026-11-04";
const asked = (from: string, to: string, why: Question["asked"]["why"] = "lock"): Question["asked"] => ({ from: `${from}:00`, to: `${to}:00`, why });
const question = (of: Question["asked"]): Question => ({ doing: { text: "report for Maisie", activity: null, pupils: [], task: null, block: null, who: null, place: null, private: false }, interruption: false, asked: of });

// A slow machine is not a fault.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let host: MockHost;
beforeEach(async () => {
  document.body.innerHTML = "";
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  addEventListener("keydown", pressed);
});
afterEach(() => {
  removeEventListener("keydown", pressed);
  turnPrivacy(false);
});

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const strike = (key: string) => fireEvent.keyDown(document.body, { key, ctrlKey: true });
const last = (name: string) => host.calls.findLast((call) => call.name === name)?.args;

test.each([
  [asked("2026-11-04T12:05", "2026-11-04T12:50"), "You were away 12:05 to 12:50 (locked)."],
  [asked("2026-11-03T12:05", "2026-11-03T12:50", "idle"), "You were away Tue 3 Nov 12:05 to 12:50 (nobody touched the daybook)."],
  [asked("2026-10-30T16:00", "2026-11-02T08:00", "sleep"), "You were away Fri 30 Oct 16:00 to Mon 2 Nov 08:00 (the computer slept)."],
  [asked("2026-11-04T09:00", "2026-11-04T22:00", "long"), "The timer ran without a stop 09:00 to 22:00."],
  [asked("2026-11-04T10:00", "2026-11-04T09:00", "clock_set_back"), "The computer’s clock was set back while the timer ran, from 10:00 to 09:00."],
])("%o is said in a sentence", (of, said) => expect(happened(of, TODAY)).toBe(said));

test("how long it was is asked for only where nobody can know", () => {
  expect(lengthOf(asked("2026-10-30T16:00", "2026-11-02T08:00"))).toBe(64 * 60);
  expect(lengthNeeded(asked("2026-11-04T08:00", "2026-11-04T20:00"))).toBe(false);
  expect(lengthNeeded(asked("2026-11-04T08:00", "2026-11-04T20:01"))).toBe(true);
  expect(lengthNeeded(asked("2026-11-04T10:00", "2026-11-04T09:00"))).toBe(true);
});

test("it starts, is interrupted and returns by keys alone, and says so once", async () => {
  render(Timer);
  await screen.findByRole("button", { name: "Start the timer" });
  await strike("j");
  await screen.findByRole("heading", { name: "What are you doing?" });
  await press("Start");
  await screen.findByText(/Write a few words/);
  await type("In a line", "report for Maisie");
  await press("Start");
  await screen.findByRole("button", { name: "Timer: report for Maisie, 0 min" });
  expect(screen.getByRole("status").textContent).toBe("Timer: report for Maisie");
  await waitFor(() => expect(document.querySelector("[role=dialog]")).toBeNull());
  await strike("i");
  await screen.findByText("“report for Maisie” waits, and goes on when you stop this.");
  await type("In a line", "Mrs Cook phone");
  await press("Start");
  await screen.findByRole("button", { name: "Timer: Mrs Cook phone, 0 min" });
  expect(last("timer_begin")).toMatchObject({ how: "interrupt", line: "Mrs Cook phone" });
  await waitFor(() => expect(document.querySelector("[role=dialog]")).toBeNull());
  await strike(".");
  await screen.findByRole("button", { name: "Timer: report for Maisie, 0 min" });
  await strike(".");
  await screen.findByRole("button", { name: "Start the timer" });
});

test("nothing it runs on can be read while names are hidden", async () => {
  render(Timer);
  await screen.findByRole("button", { name: "Start the timer" });
  await strike("j");
  await type("In a line", "report for Maisie");
  await press("Start");
  await screen.findByRole("button", { name: /report for Maisie/ });
  await waitFor(() => expect(document.querySelector("[role=dialog]")).toBeNull());
  turnPrivacy(true);
  await screen.findByRole("button", { name: "Timer: hidden work, 0 min" });
  expect(document.body.innerHTML).not.toContain("Maisie");
});

test("it asks what time away was, one stretch after the other, and waits in the strip when put off", async () => {
  const asking = [question(asked("2026-11-04T12:05", "2026-11-04T12:50")), question(asked("2026-10-30T16:00", "2026-11-02T08:00", "long"))];
  const view = (): TimerView => ({ layers: [], asking: [...asking], at: "2026-11-04T13:00:00" });
  host.answer({
    timer: view,
    timer_answer: ({ answer, minutes }) => {
      if (asking.length === 1 && answer.was === "this_work" && minutes === null) throw { code: "timer.minutes", message: "Say how long it was.", field: "minutes" };
      asking.shift();
      return { value: view(), changed: [], undo: null };
    },
  });
  render(Timer);
  const dialog = await screen.findByRole("dialog");
  within(dialog).getByText("You were away 12:05 to 12:50 (locked).");
  within(dialog).getByText("The timer ran on “report for Maisie”.");
  within(dialog).getByText("1 more to answer after this.");
  await press("Later");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await press("What was 12:05 to 12:50?");
  await press("Something else…");
  await type("What it was, in a line", "Mr Reed about the rota");
  await press("Write it down");
  await screen.findByText(/The timer ran without a stop/);
  expect(last("timer_answer")).toMatchObject({ answer: { was: "other", line: "Mr Reed about the rota" }, minutes: null });
  await press("It was this work");
  await screen.findByText("Say how long it was.");
  await type("How long it really was", "45");
  await fireEvent.change(screen.getByLabelText("How long it really was"));
  await press("It was this work");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(last("timer_answer")).toMatchObject({ answer: { was: "this_work" }, minutes: 45 });
});
