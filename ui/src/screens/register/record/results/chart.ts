// Where the numbers of a test stand in a small chart. Pure: days go along by how far apart they are, numbers up.
import type { Series } from "$host";
import { daysBetween } from "$format/dates";

export interface Spot {
  x: number;
  y: number;
  date: string;
  /** The number as it is said. */
  said: string;
}

/** `104`, `12.5`, `-0.25`. */
export function saidNumber(hundredths: number): string {
  const whole = Math.abs(hundredths);
  const part = String(whole % 100).padStart(2, "0").replace(/0+$/, "");
  return `${hundredths < 0 ? "−" : ""}${Math.trunc(whole / 100)}${part ? `.${part}` : ""}`;
}

/** The spots of a chart of this size, oldest first; one alone stands in the middle. */
export function spots({ points }: Series, width: number, height: number): Spot[] {
  const days = points.map((point) => daysBetween(points[0]!.date, point.date));
  const span = days.at(-1) || 0;
  const low = Math.min(...points.map((point) => point.hundredths));
  const range = Math.max(...points.map((point) => point.hundredths)) - low;
  return points.map(({ date, hundredths }, at) => ({
    x: span ? (days[at]! / span) * width : width / 2,
    y: range ? height - ((hundredths - low) / range) * height : height / 2,
    date,
    said: saidNumber(hundredths),
  }));
}
