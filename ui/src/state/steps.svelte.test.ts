// Steps through the history, one after the other, and what has to be written before them.
import { useHost, type Fault } from "$host";
import { flushSync } from "svelte";
import { beforeEach, expect, test, vi } from "vitest";
import { mockHost, type MockHost } from "../host/mock";
import { find, usePalette } from "./palette.svelte";
import { go, instead, back, route, startAfresh, useGuard } from "./router.svelte";
import { enter, keepUp, lock, session } from "./session.svelte";
import { hasTheKeys, pressed, useShortcuts } from "./shortcuts.svelte";
import { dismissAll, toast, toasts } from "./toasts.svelte";
import { history, redo, undo, useFlush, write } from "./write.svelte";

const gone: (() => void)[] = [];
vi.mock("svelte", async (original) => ({ ...(await original<typeof import("svelte")>()), onDestroy: (run: () => void) => void gone.push(run) }));

let host: MockHost;
beforeEach(() => {
  gone.splice(0).forEach((run) => run());
  host = mockHost();
  useHost(host);
  dismissAll();
});
const names = () => host.calls.map(({ name }) => name);

/** A core that keeps its operations in order, as the real one does. */
function remembering() {
  const [done, undone]: [string[], string[]] = [[], []];
  const state = () => ({ undo: done.at(-1) ?? null, redo: undone.at(-1) ?? null });
  const turn = (from: string[], to: string[]) => () => {
    to.push(from.pop()!);
    return { value: state(), changed: [], undo: null };
  };
  host.answer({
    capture: ({ line }) => {
      done.push(line);
      return { value: 1, changed: ["entry"], undo: line };
    },
    undo: turn(done, undone),
    redo: turn(undone, done),
  });
}

test("two quick presses take back two things, and each notice names its own", async () => {
  remembering();
  await write("capture", { line: "first", minutes: null });
  await write("capture", { line: "second", minutes: null });
  const said: string[] = [];
  const both = [undo(), undo()];
  for (const one of both) {
    await one;
    said.push(toasts.list.at(-1)!.text);
  }
  expect(said).toContain("Undone: first");
  expect([history.undo, history.redo]).toEqual([null, "first"]);
});

test("operations of one label are told apart, taken back and done again", async () => {
  remembering();
  await write("capture", { line: "Import", minutes: null });
  const first = history.last!;
  await write("capture", { line: "Import", minutes: null });
  const second = history.last!;
  expect([first === second, history.stands(first), history.stands(second)]).toEqual([false, true, true]);
  await undo();
  expect([history.last, history.stands(second)]).toEqual([first, false]);
  await redo();
  expect([history.last, history.stands(second)]).toEqual([second, true]);
});

test("what waits to be written is written before undo, redo and lock", async () => {
  remembering();
  await write("capture", { line: "first", minutes: null });
  useFlush(async () => void (await write("capture", { line: "waiting", minutes: null })));
  await undo();
  expect(toasts.list.at(-1)!.text).toBe("Undone: waiting");
  await lock();
  expect(names().slice(-2)).toEqual(["capture", "vault_lock"]);
  useFlush(() => Promise.reject(new Error("not written")));
  await lock();
  expect(names().at(-1)).toBe("vault_lock");
});

test("notices go with the daybook they speak of", async () => {
  const open = await host.call("sample_explore", {});
  enter(open);
  toast("As planned: review with Jacob", { action: { label: "Undo", run: () => {} } });
  enter({ ...open });
  expect(toasts.list).toHaveLength(1);
  enter({ ...open, state: "locked" });
  expect(toasts.list).toEqual([]);
  enter(open);
  toast("Another");
  enter({ ...open, vault: { ...open.vault!, folder: "/elsewhere" } });
  expect(toasts.list).toEqual([]);
});

test("a minute later the day is asked for anew, but never while something is typed or stands open", async () => {
  vi.useFakeTimers();
  const stop = $effect.root(keepUp);
  flushSync();
  const open = await host.call("sample_explore", {});
  enter(open);
  host.answer({ session: () => ({ ...open, today: "2026-11-05", now: 5 }) });
  const input = document.body.appendChild(document.createElement("input"));
  input.focus();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(session.today).toBe("2026-11-04");
  input.remove();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([session.today, session.current?.now]).toEqual(["2026-11-05", 5]);
  stop();
  vi.useRealTimers();
});

test("the school's name is asked for again when it has changed, also by undo", async () => {
  const stop = $effect.root(keepUp);
  flushSync();
  const open = await host.call("sample_explore", {});
  enter(open);
  flushSync();
  const renamed = { ...open, school: { ...open.school!, name: "Elm Primary" } };
  host.answer({ session: () => renamed, capture: () => ({ value: 1, changed: ["school"], undo: "Change" }) });
  await write("capture", { line: "x", minutes: null });
  flushSync();
  await vi.waitFor(() => expect(session.current?.school?.name).toBe("Elm Primary"));
  stop();
});

test("going on to the place one is at leaves its form asked again next time", () => {
  startAfresh();
  const leave: (() => void)[] = [];
  useGuard((on) => {
    leave.push(on);
    return false;
  });
  go("register", { pupil: 1 });
  expect(route.screen).toBe("today");
  leave[0]!();
  expect(route.params).toEqual({ pupil: 1 });
  go("week");
  expect(route.screen).toBe("register");
  expect(leave).toHaveLength(2);
  gone.splice(0).forEach((run) => run());
  leave[1]!();
  go("packs");
  expect(route.screen).toBe("packs");
});

test("what has gone is replaced by something else, and Back does not lead there", () => {
  startAfresh();
  go("register", { pupil: 9 });
  instead("register");
  expect(route.params).toEqual({});
  back();
  expect(route.screen).toBe("today");
});

function press(key: string, more: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  pressed(event);
  return event;
}

test("a key that is held acts once, unless it only moves", () => {
  const [tell, move] = [vi.fn(), vi.fn()];
  useShortcuts([
    { keys: "p", label: "As planned", run: tell },
    { keys: "]", label: "Week after", run: move, repeats: true },
  ]);
  for (const repeat of [false, true, true]) {
    press("p", { repeat });
    press("]", { repeat });
  }
  expect([tell.mock.calls.length, move.mock.calls.length]).toEqual([1, 3]);
});

test.each([["role", "menu"], ["role", "listbox"], ["data-popover-content", ""]])("shortcuts rest while %s %s stands open", (name, value) => {
  const freeze = vi.fn();
  useShortcuts([{ keys: "f", label: "Freeze", run: freeze }]);
  const open = document.body.appendChild(document.createElement("div"));
  open.setAttribute(name, value);
  open.dataset.state = "open";
  press("f");
  open.dataset.state = "closed";
  press("f");
  open.remove();
  expect(freeze).toHaveBeenCalledTimes(1);
});

test("keys are for the dialog in front, and never while typing", () => {
  const dialogs = [1, 2].map(() => {
    const dialog = document.body.appendChild(document.createElement("div"));
    dialog.setAttribute("role", "dialog");
    dialog.dataset.state = "open";
    return dialog;
  });
  const inside = dialogs.map((dialog) => dialog.appendChild(document.createElement("input")));
  const key = (target: HTMLElement) => {
    let heard!: KeyboardEvent;
    target.addEventListener("keydown", (event) => void (heard = event), { once: true });
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "p", bubbles: true }));
    return heard;
  };
  expect(hasTheKeys(key(dialogs[1]!), inside[1])).toBe(true);
  expect(hasTheKeys(key(dialogs[1]!), inside[0])).toBe(false);
  expect(hasTheKeys(key(inside[1]!), inside[1])).toBe(false);
  dialogs.forEach((dialog) => dialog.remove());
});

test("what could not be looked up is said, beside what was found", async () => {
  const fault: Fault = { code: "store.busy", message: "The register could not be read.", field: null };
  usePalette(() => [{ id: "a", label: "Today", group: "Screens", run: () => {} }]);
  usePalette(() => Promise.reject(fault));
  expect(await find("")).toMatchObject({ items: [{ id: "a" }], fault });
});

test("a step that leads to another school asks an unsaved form first, as going there does", async () => {
  remembering();
  await write("capture", { line: "Went to Hillside", minutes: null });
  const stays: unknown[] = [];
  host.answer({
    undo: ({ stay }) => {
      stays.push(stay);
      if (stay) throw { code: "undo.leads_away", message: "That step leads to another school.", field: null } satisfies Fault;
      return { value: { undo: null, redo: "Went to Hillside" }, changed: ["setting"], undo: null };
    },
  });
  let answer: (() => void) | null = null;
  useGuard((leave) => {
    answer = leave;
    return false;
  });
  await undo();
  expect([stays, history.undo]).toEqual([[true], "Went to Hillside"]);
  answer!();
  await vi.waitFor(() => expect(history.redo).toBe("Went to Hillside"));
  expect(stays).toEqual([true, false]);
  expect(toasts.list.at(-1)!.text).toBe("Undone: Went to Hillside");
});

test("what was saved on the way to another school is not what that step takes back", async () => {
  await write("capture", { line: "Went to Hillside", minutes: null });
  const stays: unknown[] = [];
  host.answer({
    undo: ({ stay }) => {
      stays.push(stay);
      throw { code: "undo.leads_away", message: "That step leads to another school.", field: null } satisfies Fault;
    },
  });
  let answer: (() => void) | null = null;
  useGuard((leave) => {
    answer = leave;
    return false;
  });
  await undo();
  await write("capture", { line: "Details saved", minutes: null });
  answer!();
  await undo();
  expect(stays).toEqual([true, true]);
});
