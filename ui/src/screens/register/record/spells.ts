// Provision and needs over time: which hold today, and how a ranked list is put in order. Pure.
import type { Need, NeedCode, RulePack, Status, StatusCode } from "$host";

/** The provision in force on a day. */
export function statusOn(statuses: readonly Status[], day: string): Status | undefined {
  return statuses.find((status) => holds(status, day));
}

/** The provision that has not been ended: the one a change would end. */
export function openStatus(statuses: readonly Status[]): Status | undefined {
  return statuses.find((status) => status.to === null);
}

/** Needs that have not ended, by rank. */
export function openNeeds(needs: readonly Need[]): Need[] {
  return needs.filter((need) => need.to === null).sort((a, b) => a.rank - b.rank);
}

/** Needs that have ended, the last ended first. */
export function pastNeeds(needs: readonly Need[]): Need[] {
  return needs.filter((need) => need.to !== null).sort((a, b) => (a.to! < b.to! ? 1 : a.to! > b.to! ? -1 : a.rank - b.rank));
}

/** The kinds of provision that may begin on a day, without the one in force. */
export function statusChoices(rules: RulePack, now: string | undefined, day: string): StatusCode[] {
  return rules.statuses.filter((status) => status.code !== now && inUse(status, day));
}

/** The needs that may still be added on a day, beside this provision. */
export function needChoices(rules: RulePack, chosen: readonly string[], status: string | undefined, day: string): NeedCode[] {
  return rules.needs.filter(
    (need) => !chosen.includes(need.code) && inUse(need, day) && (need.statuses.length === 0 || (status !== undefined && need.statuses.includes(status))),
  );
}

/** The list with the item at one place moved up (-1) or down (1); the same list where it cannot move. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  const next = [...list];
  if (at < 0 || at >= list.length || to < 0 || to >= list.length) return next;
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

/** What a rank is called: `primary`, `secondary`, `3rd`. */
export function rankWords(rank: number): string {
  if (rank === 1) return "primary";
  if (rank === 2) return "secondary";
  return rank === 3 ? "3rd" : `${rank}th`;
}

function holds({ from, to }: { from: string; to: string | null }, day: string): boolean {
  return from <= day && (to === null || day < to);
}

function inUse({ from, to }: { from: string | null; to: string | null }, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}
