// The wait after several wrong words, on the lock screen.
import { useHost, type Fault, type VaultView } from "$host";
import { mockHost } from "$host/mock";
import { fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import Unlock from "./Unlock.svelte";

beforeEach(() => {
  useHost(mockHost());
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const vault: VaultView = { name: "Oakfield", folder: "/home/senco/Oakfield.daybook", sample: true, found: true };
const wait: Fault = {
  code: "vault.wait",
  message: "Wait 5 seconds, then try again: several wrong passphrases were typed. Nothing was tried or changed.",
  field: "passphrase",
};
const open = () => screen.getByRole<HTMLButtonElement>("button", { name: "Open" });
async function pass(seconds: number) {
  vi.advanceTimersByTime(seconds * 1_000);
  await tick();
}

function show(fault: Fault | null) {
  const onunlock = vi.fn();
  const rest = { vault, because: null, busy: false, onread: () => {}, onrestore: () => {}, onother: () => {} };
  const { rerender } = render(Unlock, { ...rest, fault, onunlock });
  return { onunlock, say: (next: Fault | null) => rerender({ fault: next }) };
}

test("the seconds go down, and then the words can be tried again", async () => {
  const { onunlock, say } = show(null);
  await fireEvent.input(screen.getByLabelText("Passphrase"), { target: { value: "four plain words" } });
  await say(wait);
  screen.getByText(/^Wait 5 seconds/);
  expect(open().disabled).toBe(true);
  await pass(4);
  screen.getByText(/^Wait 1 second,/);
  await fireEvent.submit(document.querySelector("form")!);
  expect(onunlock).not.toHaveBeenCalled();
  await pass(1);
  expect(screen.queryByText(/^Wait/)).toBeNull();
  screen.getByText("The wait is over: try again.");
  expect(open().disabled).toBe(false);
  expect(screen.getByLabelText<HTMLInputElement>("Passphrase").value).toBe("four plain words");
  await fireEvent.submit(document.querySelector("form")!);
  expect(onunlock).toHaveBeenCalledTimes(1);
});

test("a second wait is counted from its own beginning", async () => {
  const { say } = show(wait);
  await pass(5);
  await say({ ...wait, message: wait.message.replace("5 seconds", "15 seconds") });
  screen.getByText(/^Wait 15 seconds/);
  await pass(1);
  screen.getByText(/^Wait 14 seconds/);
});

test("what is wrong with the words is said as ever", () => {
  show({ code: "vault.wrong_passphrase", message: "That passphrase does not open this daybook.", field: "passphrase" });
  screen.getByText("That passphrase does not open this daybook.");
  expect(screen.queryByText("The wait is over: try again.")).toBeNull();
});
