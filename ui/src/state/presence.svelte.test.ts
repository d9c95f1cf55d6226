// A gap in which nobody touched the page is told to the timer when somebody does again, and only where one runs.
import { call, useHost, type TimerView } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepTimer, timer } from "./timer.svelte";
import { enter } from "./session.svelte";
import { watchPresence } from "./presence.svelte";

const MINUTE = 60_000;
const doing = { text: "report", activity: null, pupils: [], task: null, block: null, who: null, place: null, private: false };
const running: TimerView = { layers: [{ doing, began: "2026-11-04T09:00:00", minutes: 0, work: null, interruption: false }], asking: [], at: "2026-11-04T09:00:00" };
let [host, stop, now] = [null as unknown as MockHost, () => {}, 0];

beforeEach(async () => {
  host = mockHost();
  useHost(host);
  now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
});

async function watch(view: TimerView): Promise<void> {
  host.answer({ timer: () => view, timer_untouched: () => view });
  enter(await call("sample_explore", {}));
  stop = $effect.root(() => {
    keepTimer();
    watchPresence();
  });
  flushSync();
  await vi.waitFor(() => expect(timer.layers).toHaveLength(view.layers.length));
}
const touched = (after: number) => {
  now += after;
  window.dispatchEvent(new Event("pointermove"));
};
const told = () => host.calls.filter(({ name }) => name === "timer_untouched").map(({ args }) => args);

test("twelve untouched minutes are told when the page is touched again, nine are not", async () => {
  await watch(running);
  touched(MINUTE);
  touched(9 * MINUTE);
  expect(told()).toEqual([]);
  touched(12.5 * MINUTE);
  await vi.waitFor(() => expect(told()).toEqual([{ minutes: 12 }]));
  touched(MINUTE);
  expect(told()).toHaveLength(1);
});

test("where no timer runs there is nothing to ask", async () => {
  await watch({ ...running, layers: [] });
  touched(MINUTE);
  touched(40 * MINUTE);
  await new Promise((done) => setTimeout(done, 20));
  expect(told()).toEqual([]);
});
