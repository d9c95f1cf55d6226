// Daybooks this computer knows, and which of them one most likely came for.
import type { VaultView } from "$host";

/** The daybook used last that is where it was: her own, since the sample school is for looking round. None: there is none to open. */
export function usedLast(recent: readonly VaultView[]): VaultView | undefined {
  return recent.find((vault) => vault.found && !vault.sample);
}
