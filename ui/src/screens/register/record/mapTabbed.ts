// The provision map as text that a spreadsheet takes in: one line for each provision, so that it can be summed there again. Pure.
import type { MapGroup } from "$host";
import { tabbed } from "../list/copy";

export interface MapWords {
  group: (group: MapGroup) => string;
  child: (id: number) => string;
  area: (key: string) => string;
}

const HEADINGS = ["Group", "Child", "Intervention", "Area", "Dose", "Children in a session", "Staff", "Minutes a week", "To date, £", "Full run, £"];

/** Headings, then each provision under the name of its group. What has no price is left empty. */
export function mapTabbed(groups: readonly MapGroup[], words: MapWords): string {
  const money = (pence: number) => (pence / 100).toFixed(2);
  const lines = groups.flatMap((group) =>
    group.rows.map((row) => [
      words.group(group),
      words.child(row.pupil),
      row.intervention,
      words.area(row.area),
      row.dose,
      String(row.group_size),
      row.staff,
      String(row.minutes_a_week),
      row.unpriced ? "" : money(row.to_date),
      row.unpriced ? "" : money(row.full_run),
    ]),
  );
  return tabbed([HEADINGS, ...lines]);
}
