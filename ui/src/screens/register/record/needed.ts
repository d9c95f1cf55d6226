// Before a form of a record asks the core: a day that was taken out and is needed.
import type { Fault } from "$host";

/** The first of these days that is not there, as a fault at its field; null where each is. */
export function dayNeeded(days: readonly { day: string | null; field: string; say: string }[]): Fault | null {
  const gone = days.find(({ day }) => !day);
  return gone ? { code: "day.needed", message: gone.say, field: gone.field } : null;
}
