// A provision's form, and how its costs and its place in time are said. Pure.
import type { ProvisionDetails, ProvisionView, Running } from "$host";
import { plural } from "$format/count";
import { pounds } from "$format/money";

export const RUNNING: Record<Running, string> = { to_come: "To come", now: "Runs", over: "Has run its weeks", ended: "Ended" };

/** Provision of which nothing is said yet. */
export function blankProvision(today: string): ProvisionDetails {
  return {
    intervention: "",
    area: "",
    plan: null,
    staff: "",
    group_name: "",
    group_size: 1,
    sessions: 1,
    every_weeks: 1,
    minutes: 30,
    from: today,
    weeks: 12,
    to: null,
    pence: null,
    measure: "",
    entry: "",
    exit: "",
    impact: "",
  };
}

/** The form of provision there is. */
export function detailsOf(view: ProvisionView): ProvisionDetails {
  const form = blankProvision("");
  for (const key of Object.keys(form) as (keyof ProvisionDetails)[]) Object.assign(form, { [key]: view[key] });
  return form;
}

/** `£46.67 to date, £66.67 for the full run`: the child's share, or the whole where there is no group. */
export function costWords({ cost, group_size }: ProvisionView): string {
  if (!cost) return "";
  const share = `${pounds(cost.share_to_date)} to date, ${pounds(cost.share_full_run)} for the full run`;
  return group_size === 1 ? share : `${share} (this child’s share of ${pounds(cost.to_date)} and ${pounds(cost.full_run)} for the group of ${group_size})`;
}

/** `7 of 12 school weeks`. */
export function weeksWords({ weeks_to_date, weeks, dates_known }: ProvisionView): string {
  return `${weeks_to_date} of ${plural(weeks, dates_known ? "school week" : "calendar week")}`;
}
