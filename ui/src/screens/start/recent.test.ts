import type { VaultView } from "$host";
import { expect, test } from "vitest";
import { usedLast } from "./recent";

const vault = (name: string, more: Partial<VaultView> = {}): VaultView => ({ name, folder: `/home/${name}`, sample: false, found: true, ...more });

test.each<[string, VaultView[], string | undefined]>([
  ["nothing on a first run", [], undefined],
  ["the one used last", [vault("Oakfield"), vault("Elm")], "Oakfield"],
  ["none that has gone", [vault("Stick", { found: false }), vault("Elm")], "Elm"],
  ["her own before the sample school", [vault("Sample", { sample: true }), vault("Elm")], "Elm"],
  ["no sample school alone", [vault("Sample", { sample: true })], undefined],
])("what is offered first is %s", (_, recent, name) => expect(usedLast(recent)?.name).toBe(name));
