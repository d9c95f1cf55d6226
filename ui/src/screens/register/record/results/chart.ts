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

/** From where to where the numbers are drawn: never less than a fifth of the largest of them, so that one point up looks like one point. */
function scaleOf(numbers: number[]): { low: number; range: number } {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const range = Math.max(most - least, Math.max(Math.abs(least), Math.abs(most)) / 5);
  return { low: (least + most - range) / 2, range };
}

/** The spots of a chart of this size, oldest first; one alone stands in the middle. */
export function spots({ points }: Series, width: number, height: number): Spot[] {
  const days = points.map((point) => daysBetween(points[0]!.date, point.date));
  const span = days.at(-1) || 0;
  const { low, range } = scaleOf(points.map(({ hundredths }) => hundredths));
  return points.map(({ date, hundredths }, at) => ({
    x: span ? (days[at]! / span) * width : width / 2,
    y: range ? height - ((hundredths - low) / range) * height : height / 2,
    date,
    said: saidNumber(hundredths),
  }));
}
