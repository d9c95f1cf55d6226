// Tasks to be laid on the plan of a week, and where there is room for one.
import { call, type DayStory, type TaskRow } from "$host";
import { addDays } from "$format/dates";
import { unplanned } from "$screens/tasks/words";

const STEP = 15;
/** Where nothing was allowed for a task. */
const A_WHILE = 30;
const MORNING = 9 * 60;
const AFTERNOON = 15 * 60;

export interface WeekTasks {
  monday: string;
  /** Those of which minutes are to be laid yet, late ones first. */
  rows: TaskRow[];
  /** Those of which blocks lie on the plan, by block. */
  laid: ReadonlyMap<number, TaskRow>;
}

/** Due by the end of the week that begins on this Monday, or before it; nobody else has them. */
export async function tasksOfWeek(monday: string): Promise<WeekTasks> {
  const view = await call("tasks", { scope: "open", search: "" }).catch(() => null);
  const mine = (view?.rows ?? []).filter((row) => row.group !== "delegated");
  const planned = mine.filter((row) => row.task.planned > 0);
  const views = await Promise.all(planned.map((row) => call("task", { task: row.task.id }).catch(() => null)));
  const laid = new Map(views.flatMap((one) => one?.blocks.map((block) => [block.id, one.row] as const) ?? []));
  return { monday, rows: mine.filter((row) => isToPlan(row, addDays(monday, 6))), laid };
}

/** Whether some of it is to be laid by this day. */
export function isToPlan({ task }: TaskRow, last: string): boolean {
  if (task.due === null || task.due > last) return false;
  return task.estimate === null ? task.planned === 0 : unplanned(task) > 0;
}

/** How long a block for it would be. */
export const longOf = ({ task }: TaskRow): number => unplanned(task) || A_WHILE;

/** The first place on a day with nothing in it, within the hours given; the morning where there is none. */
export function roomOn(day: DayStory | undefined, long: number): number {
  const { start, end } = day?.hours.contracted ?? { start: MORNING, end: AFTERNOON };
  const taken = [...(day?.hours.teaching ?? []), ...(day?.breaks.map((one) => one.span) ?? []), ...(day?.blocks.map((block) => ({ start: block.start, end: block.start + block.minutes })) ?? [])];
  for (let at = Math.ceil(start / STEP) * STEP; at + long <= end; at += STEP) {
    if (taken.every((span) => span.end <= at || span.start >= at + long)) return at;
  }
  return MORNING;
}
