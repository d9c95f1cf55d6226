// How screens hear of changes, and how the keyboard reaches them.
import { useHost } from "$host";
import { flushSync, tick } from "svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { mockHost, type MockHost } from "../host/mock";
import { announce, resource } from "./reload.svelte";
import { back, go, route, startAfresh } from "./router.svelte";
import { pressed, useShortcuts, type Shortcut } from "./shortcuts.svelte";
import { dismiss, toasts } from "./toasts.svelte";
import { attempt, history, redo, undo, write } from "./write.svelte";

vi.mock("svelte", async (original) => ({ ...(await original<typeof import("svelte")>()), onDestroy: () => {} }));

let host: MockHost;
beforeEach(() => {
  host = mockHost();
  useHost(host);
  toasts.list.forEach(({ id }) => dismiss(id));
});

function rooted<T>(run: () => T): [T, () => void] {
  let made!: T;
  const stop = $effect.root(() => {
    made = run();
  });
  flushSync();
  return [made, stop];
}

test("a screen fetches again when a noun it shows has changed, and not for another", async () => {
  const load = vi.fn(async () => load.mock.calls.length);
  const [shown, stop] = rooted(() => resource(["entry"], load));
  await vi.waitFor(() => expect(shown.value).toBe(1));
  announce(["pupil"]);
  flushSync();
  expect(load).toHaveBeenCalledTimes(1);
  announce(["entry"]);
  flushSync();
  await vi.waitFor(() => expect(shown.value).toBe(2));
  announce(["*"]);
  flushSync();
  await vi.waitFor(() => expect(shown.value).toBe(3));
  stop();
});

test("a late answer never overwrites a newer one", async () => {
  const answers: ((value: string) => void)[] = [];
  const [shown, stop] = rooted(() => resource(["week"], () => new Promise<string>((answer) => answers.push(answer))));
  announce(["week"]);
  flushSync();
  answers[1]!("new");
  await vi.waitFor(() => expect(shown.value).toBe("new"));
  answers[0]!("old");
  await tick();
  expect(shown.value).toBe("new");
  expect(shown.loading).toBe(false);
  stop();
});

test("a fault is kept beside the last good value", async () => {
  let fail = false;
  const [shown, stop] = rooted(() =>
    resource(["block"], async () => {
      if (fail) throw { code: "x.y", message: "It could not be read.", field: null };
      return "good";
    }),
  );
  await vi.waitFor(() => expect(shown.value).toBe("good"));
  fail = true;
  shown.refetch();
  flushSync();
  await vi.waitFor(() => expect(shown.fault?.message).toBe("It could not be read."));
  expect(shown.value).toBe("good");
  stop();
});

test("a write says what it did, and can be undone and done again", async () => {
  await write("capture", { line: "15m phone", minutes: null });
  expect(history.undo).toBe("Line captured");
  expect(toasts.list.at(-1)).toMatchObject({ text: "Line captured", action: { label: "Undo" } });
  await undo();
  expect(history.undo).toBeNull();
  expect(history.redo).toBe("Line captured");
  await redo();
  expect(history.undo).toBe("Line captured");
});

test("a refused write rejects for a form and becomes a notice for a button", async () => {
  await expect(write("capture", { line: "", minutes: null })).rejects.toMatchObject({ field: "line" });
  expect(await attempt("capture", { line: "", minutes: null })).toBeUndefined();
  expect(toasts.list.at(-1)).toMatchObject({ tone: "fault" });
});

test("what was thrown without a sentence still gets one", async () => {
  host.answer({
    capture: () => {
      throw new Error("secret detail");
    },
  });
  await expect(write("capture", { line: "x", minutes: 5 })).rejects.toMatchObject({ code: "unexpected" });
});

test("back goes to where one was", () => {
  startAfresh();
  go("register", { pupil: 4 });
  go("week");
  expect(back()).toBe(true);
  expect(route.screen).toBe("register");
  expect(route.params).toEqual({ pupil: 4 });
  startAfresh();
  expect(back()).toBe(false);
});

function press(target: EventTarget, key: string, more: KeyboardEventInit = {}) {
  const listener = (event: Event) => pressed(event as KeyboardEvent);
  window.addEventListener("keydown", listener);
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
  window.removeEventListener("keydown", listener);
}

test("shortcuts: sequences, modifiers, and silence while typing or in a dialog", () => {
  const run = { week: vi.fn(), undo: vi.fn(), find: vi.fn(), lock: vi.fn(), planned: vi.fn() };
  const list: Shortcut[] = [
    { keys: "g w", label: "Week", run: run.week },
    { keys: "mod+z", label: "Undo", run: run.undo },
    { keys: "mod+k", label: "Find", run: run.find, typing: true },
    { keys: "mod+l", label: "Lock", run: run.lock, always: true },
    { keys: "p", label: "As planned", run: run.planned },
  ];
  useShortcuts(list);
  const input = document.body.appendChild(document.createElement("input"));

  press(document.body, "g");
  press(document.body, "w");
  press(document.body, "p");
  press(document.body, "z", { ctrlKey: true });
  expect([run.week, run.planned, run.undo].map((one) => one.mock.calls.length)).toEqual([1, 1, 1]);

  for (const key of ["g", "w", "p"]) press(input, key);
  press(input, "z", { ctrlKey: true });
  press(input, "k", { metaKey: true });
  expect([run.week, run.planned, run.undo, run.find].map((one) => one.mock.calls.length)).toEqual([1, 1, 1, 1]);

  const dialog = document.body.appendChild(document.createElement("div"));
  dialog.setAttribute("role", "dialog");
  dialog.dataset.state = "open";
  press(document.body, "p");
  press(document.body, "k", { ctrlKey: true });
  press(document.body, "l", { ctrlKey: true });
  expect([run.planned, run.find, run.lock].map((one) => one.mock.calls.length)).toEqual([1, 1, 1]);
  dialog.remove();
  input.remove();
});
