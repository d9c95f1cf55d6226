// Durations are whole minutes everywhere; this is where they become words and where typed words become minutes.

const MOST = 7 * 24 * 60;

/** Minutes in words: `45 min`, `1 h`, `1 h 25 min`, `−15 min`. */
export function minutes(value: number): string {
  const sign = value < 0 ? "−" : "";
  const whole = Math.abs(Math.round(value));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${sign}${rest} min`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${rest} min`;
}

/** Tenths of a minute in words, for averages: `2.5 min`. */
export function tenthsOfMinutes(value: number): string {
  return `${(value / 10).toFixed(1)} min`;
}

/** Minutes for columns of figures: `0:45`, `1:25`, `−0:15`. */
export function hoursAndMinutes(value: number): string {
  const sign = value < 0 ? "−" : "";
  const whole = Math.abs(Math.round(value));
  return `${sign}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Minutes spelt out for a screen reader: `1 hour 25 minutes`. */
export function minutesSpoken(value: number): string {
  const whole = Math.abs(Math.round(value));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [];
  if (hours > 0) parts.push(`${hours} ${hours === 1 ? "hour" : "hours"}`);
  if (rest > 0 || hours === 0) parts.push(`${rest} ${rest === 1 ? "minute" : "minutes"}`);
  return (value < 0 ? "minus " : "") + parts.join(" ");
}

/** Minutes from what was typed (`45`, `45m`, `1h20`, `1:20`, `1.5h`, `1 h 20 min`), or null when it is no duration of a week or less. */
export function parseMinutes(text: string): number | null {
  const typed = text.toLowerCase().replace(/\s+/g, "");
  const value = plain(typed) ?? clocked(typed) ?? worded(typed);
  return value === null || value > MOST ? null : value;
}

function plain(typed: string): number | null {
  const match = /^(\d{1,5})(m|min|mins|minutes?)?$/.exec(typed);
  return match ? Number(match[1]) : null;
}

function clocked(typed: string): number | null {
  const match = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

function worded(typed: string): number | null {
  const match = /^(\d{1,3}(?:\.\d{1,2})?)h(?:(?:ou)?rs?)?(?:(\d{1,2})(?:m|min|mins|minutes?)?)?$/.exec(typed);
  if (!match) return null;
  if (match[2] !== undefined && (match[1]!.includes(".") || Number(match[2]) > 59)) return null;
  return Math.round(Number(match[1]) * 60) + Number(match[2] ?? 0);
}
