// What the core reads in a line while it is being typed.
import { call, type CaptureView } from "$host";

/**
 * What is read in a line, `pause` milliseconds after the typing stops; null while there is nothing to read. A line that cannot be read yet reads as
 * nothing; `minutes` is what was chosen for one that names no length. Call it while a component is being set up.
 */
export function readingOf(line: () => string, pause: number, minutes: () => number | null = () => null): { readonly value: CaptureView | null } {
  let value = $state.raw<CaptureView | null>(null);
  $effect(() => {
    const asked = { line: line(), minutes: minutes() };
    if (asked.line.trim() === "") return void (value = null);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await call("capture_read", asked).catch(() => null);
      if (!stale) value = answer;
    }, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  });
  return {
    get value() {
      return value;
    },
  };
}
