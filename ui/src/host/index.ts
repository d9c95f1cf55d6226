// The one way out of the screens. Nothing outside this folder knows which host it is talking to.
import type { Args, CommandName, FileKind, Host, Progress, Result } from "./host";

export { asFault, faultElsewhere, faultFor, waitLeft, waitOf } from "./fault";
export type { Args, CommandName, FileKind, Host, HostFacts, Progress, Result } from "./host";
export type * from "./types";

let current: Host | null = null;

/** Chooses the host. Called once before the first screen, and by tests. */
export function useHost(host: Host): void {
  current = host;
}

/** Runs one command of the core; rejects with a `Fault`. */
export function call<C extends CommandName>(name: C, args: Args<C>): Promise<Result<C>> {
  return host().call(name, args);
}

export const facts = () => host().facts();
export const pickFolder = (title: string) => host().pickFolder(title);
export const pickFile = (title: string, kinds: FileKind[]) => host().pickFile(title, kinds);
export const pickSave = (title: string, suggestedName: string, kinds: FileKind[]) => host().pickSave(title, suggestedName, kinds);
export const openFile = (path: string) => host().openFile(path);
export const printPage = () => host().printPage();
export const onCapture = (listener: () => void) => host().onCapture(listener);
export const touch = () => host().touch();
export const onLocking = (listener: () => void) => host().onLocking(listener);
export const onLocked = (listener: () => void) => host().onLocked(listener);
export const onProgress = (listener: (progress: Progress) => void) => host().onProgress(listener);
export const cancel = () => host().cancel();
export const isApple = () => host().apple;

function host(): Host {
  if (!current) throw new Error("no host was chosen before the first call");
  return current;
}
