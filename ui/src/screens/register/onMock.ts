// For the register's tests: the mock host, the register on it, and what every test does with its screen.
import { useHost } from "$host";
import { mockHost, type MockHost } from "$host/mock";
import { go, startAfresh } from "$state/router.svelte";
import { refreshSession } from "$state/session.svelte";
import { configure, fireEvent, render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { expect, vi } from "vitest";
import Index from "./Index.svelte";

// A slow machine is not a fault.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

let host: MockHost;

/** A host of its own and an empty page for a test. */
export async function begin(): Promise<MockHost> {
  document.body.innerHTML = "";
  host = mockHost();
  useHost(host);
  await refreshSession();
  startAfresh();
  return host;
}

/** The register on the page, or one of its screens. */
export function open(params: Record<string, string | number | boolean> = {}) {
  go("register", params);
  const target = document.createElement("main");
  target.id = "screen";
  document.body.append(target);
  render(Index, {}, { baseElement: target });
}

export const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole("button", { name }));

/** The arguments of every call of a command so far. */
export const asked = (name: string) => host.calls.filter((call) => call.name === name).map((call) => call.args);

/** Holds the page, or a part of it, against axe, but for colours, which are not drawn here; nor are the landmarks of a whole page. */
export async function sound(part?: Element) {
  const { violations } = await axe.run(part ?? document.body, { rules: { "color-contrast": { enabled: false }, region: { enabled: part !== undefined } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`)).toEqual([]);
}
