// What the app takes of its user is counted while somebody is there, and no longer.
import { call, useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { countBurden, THERE } from "./burden.svelte";
import { enter } from "./session.svelte";

let host: MockHost;
beforeEach(async () => {
  host = mockHost();
  useHost(host);
  enter(await call("vault_create", { within: "/tmp", name: "Oakfield", passphrase: "four plain words here" }));
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());
const counted = () => host.calls.filter((one) => one.name === "burden_count").map((one) => one.args as { part: string; seconds: number });
const sum = () => counted().reduce((so, one) => so + one.seconds, 0);

function counting(inFront: () => boolean = () => true) {
  const stop = $effect.root(() => countBurden("capture", inFront));
  flushSync();
  return stop;
}

test("from when it comes to the front to when it goes", () => {
  const stop = counting();
  vi.advanceTimersByTime(12_000);
  expect(counted()).toEqual([]);
  stop();
  expect(counted()).toEqual([{ part: "capture", seconds: 12 }]);
});

test("a window nobody touches counts for a while and no longer; a touch goes on from there", () => {
  const stop = counting();
  vi.advanceTimersByTime(600_000);
  expect(sum()).toBe(THERE);
  dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(10_000);
  stop();
  expect(sum()).toBe(THERE + 10);
});

test("only while it is in front", () => {
  let front = $state(false);
  const stop = counting(() => front);
  vi.advanceTimersByTime(20_000);
  front = true;
  flushSync();
  vi.advanceTimersByTime(8_000);
  front = false;
  flushSync();
  vi.advanceTimersByTime(20_000);
  stop();
  expect(counted()).toEqual([{ part: "capture", seconds: 8 }]);
});
