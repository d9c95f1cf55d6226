// What the command palette can find: actions that screens list while they are shown, and records that providers look up.
import { asFault, type Fault } from "$host";
import { fits } from "$format/match";
import { onDestroy } from "svelte";

export interface PaletteItem {
  id: string;
  label: string;
  /** A second line: a class, a case code. */
  detail?: string;
  group: string;
  keys?: string;
  run: () => void;
}
export type PaletteProvider = (query: string) => Promise<PaletteItem[]> | PaletteItem[];

// The list itself is a plain one: a component that goes away reads state as it was before the one that takes its place had added to it.
let all: readonly PaletteProvider[] = [];
let providers = $state.raw(all);

/** Adds a provider for as long as the component lives. It is asked for every change of the query and answers with what fits. */
export function usePalette(provider: PaletteProvider): void {
  providers = all = [...all, provider];
  onDestroy(() => {
    providers = all = all.filter((one) => one !== provider);
  });
}

/** Adds a fixed list of actions, matched by their words. */
export function useActions(items: () => PaletteItem[]): void {
  usePalette((query) => items().filter((item) => fits(query, `${item.label} ${item.detail ?? ""}`)));
}

/** Everything that fits the query, in the order the providers were added, and why there may be more: what a provider failed with. */
export async function find(query: string): Promise<{ items: PaletteItem[]; fault: Fault | null }> {
  let fault: Fault | null = null;
  const asked = providers.map(async (provider) => {
    try {
      return await provider(query);
    } catch (thrown) {
      fault = asFault(thrown);
      return [];
    }
  });
  return { items: (await Promise.all(asked)).flat(), fault };
}
