// Times of day are minutes since midnight, 0 to 1439.

/** A time of day: `555` is `09:15`. */
export function clock(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${String(hours).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** A span within a day: `09:15–10:00`. */
export function clockRange(start: number, end: number): string {
  return `${clock(start)}–${clock(end)}`;
}

/** Minutes since midnight from what was typed (`9`, `915`, `9:15`, `09.15`, `2:30pm`), or null when it is no time of day. */
export function parseClock(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(/\s+/g, "");
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?(am|pm)?$/.exec(typed);
  if (!match) return null;
  const hours = twentyFour(Number(match[1]), match[3]);
  const rest = Number(match[2] ?? 0);
  if (hours === null || hours > 23 || rest > 59) return null;
  return hours * 60 + rest;
}

function twentyFour(hours: number, half: string | undefined): number | null {
  if (half === undefined) return hours;
  if (hours < 1 || hours > 12) return null;
  return (hours % 12) + (half === "pm" ? 12 : 0);
}
