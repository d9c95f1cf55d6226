// Every write says which nouns it changed; screens say which nouns they show, and fetch again when one of them changes.
import { asFault, type Fault, type Noun } from "$host";

type Announced = Noun | "*";

// An object rather than a map: each noun is then watched by itself, even before it has ever changed.
const versions = $state<Partial<Record<Announced, number>>>({});

/** Announces that these nouns have changed. `*` means everything, as after opening another daybook. */
export function announce(nouns: readonly Announced[]): void {
  for (const noun of nouns) versions[noun] = (versions[noun] ?? 0) + 1;
}

/** Read inside an effect or a derived: it runs again when one of these nouns changes. */
export function watch(nouns: readonly Noun[]): void {
  void versions["*"];
  for (const noun of nouns) void versions[noun];
}

/** How often this noun has been announced by itself; read inside an effect, it runs again when that happens. */
export function timesChanged(noun: Noun): number {
  return versions[noun] ?? 0;
}

/** What a screen shows of the core: the last good value, what went wrong, and whether it is being fetched. */
export interface Resource<T> {
  readonly value: T | undefined;
  readonly fault: Fault | null;
  readonly loading: boolean;
  refetch(): void;
}

/**
 * Fetches now, when one of the nouns changes, and when anything reactive that `load` reads before its first await changes.
 * Call it while a component is being set up. The old value stays until the new one is here; a late answer never overwrites a newer one.
 */
export function resource<T>(nouns: readonly Noun[], load: () => Promise<T>): Resource<T> {
  let value = $state.raw<T | undefined>(undefined);
  let fault = $state.raw<Fault | null>(null);
  let loading = $state(true);
  let asked = $state(0);
  let latest = 0;

  $effect(() => {
    watch(nouns);
    void asked;
    const ticket = ++latest;
    loading = true;
    load()
      .then((answer) => {
        if (ticket !== latest) return;
        value = answer;
        fault = null;
      })
      .catch((thrown: unknown) => {
        if (ticket === latest) fault = asFault(thrown);
      })
      .finally(() => {
        if (ticket === latest) loading = false;
      });
  });
  // An answer that arrives after its screen has gone must not be kept.
  $effect(() => () => void (latest += 1));

  return {
    get value() {
      return value;
    },
    get fault() {
      return fault;
    },
    get loading() {
      return loading;
    },
    refetch: () => void (asked += 1),
  };
}
