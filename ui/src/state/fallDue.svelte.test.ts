// When tasks come on the list by themselves.
import { useHost } from "$host";
import { flushSync } from "svelte";
import { expect, test, vi } from "vitest";
import { mockHost } from "../host/mock";
import { fallDue } from "./fallDue.svelte";
import { enter } from "./session.svelte";

test("asked when a daybook has opened and when the day has changed, never of one that is only to be read", async () => {
  const host = mockHost();
  useHost(host);
  const asked = () => host.calls.filter((one) => one.name === "tasks_fall_due").length;
  const stop = $effect.root(() => fallDue());
  flushSync();
  expect(asked()).toBe(0);
  const open = await host.call("sample_explore", {});
  enter(open);
  flushSync();
  await vi.waitFor(() => expect(asked()).toBe(1));
  enter({ ...open, now: 600 });
  flushSync();
  expect(asked()).toBe(1);
  enter({ ...open, today: "2026-11-05" });
  flushSync();
  expect(asked()).toBe(2);
  enter({ ...open, state: "locked" });
  enter({ ...open, read_only: true });
  flushSync();
  expect(asked()).toBe(2);
  stop();
});
