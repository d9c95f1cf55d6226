// Short notices at the foot of the window, read out as they come.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "fault";
  action?: { label: string; run: () => void };
}

const STAYS = 8_000;
const MOST = 3;

let list = $state<Toast[]>([]);
let next = 1;
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nobody shows the timers
const timers = new Map<number, ReturnType<typeof setTimeout>>();

export const toasts = {
  get list(): readonly Toast[] {
    return list;
  },
};

/** Shows a notice. One that reports a fault stays until it is put away. */
export function toast(text: string, options: { tone?: Toast["tone"]; action?: Toast["action"] } = {}): number {
  const id = next++;
  // Undo and Redo act on the newest operation, so only the newest notice may offer them.
  const older = options.action ? list.filter((item) => !item.action) : list;
  list = [...older, { id, text, tone: options.tone ?? "plain", action: options.action }].slice(-MOST);
  resume(id);
  return id;
}

/** Puts a notice away. */
export function dismiss(id: number): void {
  hold(id);
  list = list.filter((item) => item.id !== id);
}

/** Puts all of them away, as on lock: they may name what is written in the daybook. */
export function dismissAll(): void {
  for (const { id } of list) dismiss(id);
}

/** Keeps a notice on screen while it is pointed at or focused. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Lets a notice go again, after its full time. */
export function resume(id: number): void {
  hold(id);
  const item = list.find((one) => one.id === id);
  if (item?.tone === "plain") timers.set(id, setTimeout(() => dismiss(id), STAYS));
}
