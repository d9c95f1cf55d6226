// The usual set of lines to start from, and what chosen ones come to. Pure.
import type { OfferedLine } from "$host";

/** Weekly work and rarer, as far as there is anybody here it is for. Daily work fills a list, and ad hoc work makes no task by itself. */
export function usual(lines: readonly OfferedLine[]): string[] {
  return lines.filter(({ details, kept, each }) => !kept && each > 0 && details.frequency !== "daily" && details.frequency !== "ad_hoc").map((line) => line.key);
}

/** Minutes a year. */
export const yearly = (lines: readonly OfferedLine[]): number => lines.reduce((sum, { a_year, details }) => sum + a_year * details.estimate, 0);
