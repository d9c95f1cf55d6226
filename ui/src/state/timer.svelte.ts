// The timer as the core keeps it: what runs, what waits under it, and what it asks. Asked anew each minute of the core's clock.
import { asFault, call, type Args, type Asked, type Changed, type Question, type TimerBegins, type TimerLayer, type TimerView, type Was } from "$host";
import { untrack } from "svelte";
import { session } from "./session.svelte";
import { toast } from "./toasts.svelte";
import { attempt, write } from "./write.svelte";

/** What the form for a line begins with. */
export interface BeginForm {
  how: TimerBegins;
}

let view = $state.raw<TimerView | null>(null);
let form = $state.raw<BeginForm | null>(null);
let discarding = $state(false);
let latest = 0;

export const timer = {
  /** What runs now, the interruption before what it broke into. */
  get running(): TimerLayer | null {
    return view?.layers.at(-1) ?? null;
  },
  /** What waits until that ends. */
  get waiting(): TimerLayer | null {
    return view?.layers.at(-2) ?? null;
  },
  get layers(): readonly TimerLayer[] {
    return view?.layers ?? [];
  },
  get asking(): readonly Question[] {
    return view?.asking ?? [];
  },
  /** The form that is open, if one is. */
  get form() {
    return form;
  },
  set form(next: BeginForm | null) {
    form = next;
  },
  /** Whether it is asked if what runs is to be let go. */
  get discarding() {
    return discarding;
  },
  set discarding(next: boolean) {
    discarding = next;
  },
};

/** Keeps it in step for as long as the component lives. */
export function keepTimer(): void {
  const opening = $derived(session.open && session.current?.school ? `${session.openings} ${session.current.school.id}` : "");
  $effect(() => {
    if (opening === "") return;
    let next: ReturnType<typeof setTimeout>;
    const ask = async () => {
      clearTimeout(next);
      await refresh();
      next = setTimeout(() => void ask(), untrack(toNextMinute));
    };
    const seen = () => void (document.visibilityState === "visible" && ask());
    untrack(() => void ask());
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearTimeout(next);
      document.removeEventListener("visibilitychange", seen);
      // What ran is in the daybook, and nothing of it stays here while that is locked.
      latest += 1;
      view = form = null;
      discarding = false;
    };
  });
}

/** Something that can be timed without a further word: what it is called, and whom it is about, the core knows. */
export type On = Partial<Omit<Args<"timer_begin">, "how">>;

/** Begins it; rejects with the `Fault`, for forms. */
export async function begin(how: TimerBegins, on: On): Promise<void> {
  take(await write("timer_begin", { how, line: "", who: null, activity: null, task: null, block: null, pupils: null, ...on }));
}

/** Begins a task or a block, in the place of what runs. A fault becomes a notice. */
export async function timeIt(on: On): Promise<void> {
  try {
    await begin(timer.running ? "switch" : "start", on);
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
  }
}

/** What the button says that begins it. */
export const timeItWords = () => (timer.running ? "Switch the timer to it" : "Start the timer");

/** Ends what runs, or everything. */
export async function stopTimer(all = false): Promise<void> {
  const after = await attempt("timer_stop", { all });
  if (after) take(after);
}

/** Lets what runs go, with the time it had. */
export async function discardTimer(): Promise<void> {
  await told(() => call("timer_discard", {}));
}

/** Nobody touched the daybook for so long, and somebody does now. */
export async function wasUntouched(minutes: number): Promise<void> {
  if (timer.running) await told(() => call("timer_untouched", { minutes }));
}

/** Says what a stretch was; rejects with the `Fault`. */
export async function answerTimer(asked: Asked, answer: Was, minutes: number | null): Promise<void> {
  take(await write("timer_answer", { asked, answer, minutes }));
}

async function refresh(): Promise<void> {
  const ticket = ++latest;
  const now = await call("timer", {}).catch(() => null);
  if (now && ticket === latest) view = now;
}

async function told(ask: () => Promise<TimerView>): Promise<void> {
  try {
    take(await ask());
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
  }
}

/** A write has told how it stands now; an answer still under way is older. */
function take(now: TimerView | Changed<TimerView>["value"]): void {
  latest += 1;
  view = now;
}

/** Milliseconds until the core's clock shows another minute. */
function toNextMinute(): number {
  const seconds = Number(view?.at.slice(17, 19) ?? 0);
  return (60 - seconds) * 1000 + 500;
}
