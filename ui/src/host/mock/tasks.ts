// Tasks and the catalogue: a list of believable size, and what becomes of it.
import { addDays, mondayOf } from "../../format/dates";
import type { Answers } from "../mock";
import type { Changed, Fault, Noun, TaskGroup, TaskRow, TasksView } from "../types";
import { people } from "./week/data";
import { catalogue, offered, start, TODAY } from "./tasks/data";

const ORDER: TaskGroup[] = ["late", "today", "this_week", "later", "no_day", "delegated", "not_done"];
const STAKES = ["law", "child", "family", "school"];
const fault = (code: string, message: string, field: string | null = null): Fault => ({ code, message, field });

export function answers(): Answers {
  let rows: TaskRow[] = structuredClone(start);
  let lines = structuredClone(catalogue);
  let nextId = 500;
  const write = <T>(value: T, label: string, changed: Noun[] = ["task"]): Changed<T> => ({ value, changed, undo: label });
  const regroup = (row: TaskRow): TaskRow => ({ ...row, group: groupOf(row), child: people.find((one) => one.id === row.task.pupil) ?? null });
  const change = (ids: number[], to: (row: TaskRow) => TaskRow) => (rows = rows.map((row) => (ids.includes(row.task.id) ? regroup(to(row)) : row)));
  const many = (ids: number[], what: string) => `${ids.length === 1 ? "Task" : `${ids.length} tasks`} ${what}`;
  const add = (details: Partial<TaskRow["task"]>) => {
    const task = { ...start[0]!.task, activity: null, due: null, estimate: null, pupil: null, stake: "school" as const, consequence: "", note: "", state: { is: "open" as const }, template: null, occurs: null, spent: 0, planned: 0, ...details, id: nextId++ };
    rows.push(regroup({ task, group: "no_day", carried: 0, moved: null, child: null }));
    return task.id;
  };
  const sums = () =>
    (["daily", "weekly", "half_termly", "termly", "yearly", "ad_hoc"] as const).map((frequency) => {
      const those = lines.filter((line) => line.template.frequency === frequency && !line.template.retired);
      return { frequency, lines: those.length, tasks: those.reduce((sum, line) => sum + line.a_year, 0), minutes: those.reduce((sum, line) => sum + line.a_year * line.template.estimate, 0) };
    });

  return {
    tasks: ({ scope, search }): TasksView => {
      const open = rows.filter((row) => row.group !== "settled");
      const late = open.filter((row) => row.group === "late" || row.group === "not_done");
      const shown = { open, not_doing: [...late].sort((a, b) => STAKES.indexOf(a.task.stake) - STAKES.indexOf(b.task.stake)), settled: rows.filter((row) => row.group === "settled") }[scope];
      const words = search.toLowerCase().split(/\s+/);
      const counts = ORDER.map((group) => {
        const those = open.filter((row) => row.group === group);
        return { group, tasks: those.length, minutes: those.reduce((sum, row) => sum + (row.task.estimate ?? 0), 0) };
      });
      const ordered = scope === "open" ? [...shown].sort((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group)) : shown;
      return { rows: ordered.filter((row) => words.every((word) => `${row.task.title} ${row.child?.forename ?? ""}`.toLowerCase().includes(word))), counts, not_doing: late.length, catalogue: lines.length > 0 };
    },
    task: ({ task }) => {
      const row = rows.find((one) => one.task.id === task);
      if (!row) throw fault("task.unknown", "That task is not there any more.");
      const line = lines.find((one) => one.template.id === row.task.template);
      return { row, blocks: [], entries: [], pieces: rows.filter((one) => one.task.split_from === task), template: line?.template ?? null, learned: line?.learned ?? null };
    },
    task_add: ({ details }) => (checked(details.title, "details.title"), write(add(details), "Task added")),
    task_quick_read: ({ line }) => ({ quick: read(line), children: found(line), tag: tagOf(line) }),
    task_quick: ({ line, pupil }) => {
      const { title, minutes: estimate, due } = read(line);
      checked(title, "line");
      const sole = found(line);
      return write(add({ title, estimate, due, pupil: pupil ?? (sole.length === 1 ? sole[0]!.id : null) }), "Task added");
    },
    task_save: ({ task, details }) => (checked(details.title, "details.title"), change([task], (row) => ({ ...row, task: { ...row.task, ...details } })), write(null, "Task changed")),
    tasks_set_state: ({ tasks, state }) => {
      if (state.is === "delegated" && !state.to.trim()) throw fault("task.no_one", "Say who took it on. Nothing was changed.", "state.to");
      if (state.is === "part" && !(state.percent >= 1 && state.percent <= 99)) throw fault("task.percent", "A part is from 1 to 99 of 100. Mark it as done or as open instead; nothing was changed.", "state.percent");
      change(tasks, (row) => ({ ...row, task: { ...row.task, state, settled_on: state.is === "done" || state.is === "dropped" ? TODAY : null } }));
      return write(tasks.length, many(tasks, { open: "opened again", part: "done in part", done: "done", delegated: "given to somebody", dropped: "dropped", not_done: "not done" }[state.is]));
    },
    tasks_move: ({ tasks, due }) => (change(tasks, (row) => ({ ...row, task: { ...row.task, due } })), write(tasks.length, many(tasks, "moved"))),
    task_split: ({ task, pieces }) => {
      pieces.forEach((piece, at) => checked(piece.title, `pieces.${at}.title`));
      change([task], (row) => ({ ...row, task: { ...row.task, ...pieces[0] } }));
      return write([task, ...pieces.slice(1).map((piece) => add({ ...piece, split_from: task }))], "Task split");
    },
    task_remove: ({ task }) => ((rows = rows.filter((row) => row.task.id !== task)), write(null, "Task taken away")),
    task_plan: ({ task, minutes, activity }) => {
      const kind = rows.find((row) => row.task.id === task)?.task.activity ?? activity;
      if (kind === null) throw fault("task.no_activity", "Choose the kind of work of this task first, so that its time counts for something. Nothing was laid on the plan.", "activity");
      change([task], (row) => ({ ...row, task: { ...row.task, activity: kind, planned: row.task.planned + minutes } }));
      return write(nextId++, "Task laid on the plan", ["task", "block"]);
    },
    tasks_fall_due: () => ({ value: 0, changed: [], undo: null }),
    entry_task: () => write(null, "Entry counted for a task", ["task", "entry"]),
    catalogue: () => ({ lines, sums: sums(), dates: true }),
    catalogue_offered: () => offered.map((line) => ({ ...line, kept: lines.some((one) => one.template.title === line.details.title) })),
    catalogue_start: ({ keys }) => {
      const chosen = offered.filter((line) => keys.includes(line.key));
      lines = [...lines, ...chosen.map(({ details, each, a_year }) => ({ template: { ...details, id: nextId++, retired: false }, each, a_year, next: null, moved: null, learned: null }))];
      return write(chosen.length, "Lines added to the catalogue");
    },
    template_save: ({ template, details }) => {
      checked(details.title, "details.title");
      if (details.basis === "published" && !details.source.trim()) throw fault("task.no_source", "A published figure needs the name of who published it. Type it, or call the figure your own; nothing was changed.", "details.source");
      if (template === null) lines = [...lines, { template: { ...details, id: nextId++, retired: false }, each: 1, a_year: 1, next: null, moved: null, learned: null }];
      else lines = lines.map((line) => (line.template.id === template ? { ...line, template: { ...line.template, ...details } } : line));
      return write(template ?? nextId - 1, "Line of the catalogue changed");
    },
    template_retire: ({ template, retired }) => {
      lines = lines.map((line) => (line.template.id === template ? { ...line, template: { ...line.template, retired } } : line));
      return write(null, "Line of the catalogue retired");
    },
  };
}

function groupOf({ task }: TaskRow): TaskGroup {
  const { state, due } = task;
  if (state.is === "done" || state.is === "dropped") return "settled";
  if (state.is === "delegated" || state.is === "not_done") return state.is;
  if (due === null) return "no_day";
  if (due === TODAY) return "today";
  if (due < TODAY) return "late";
  return mondayOf(due) === mondayOf(TODAY) ? "this_week" : "later";
}

function checked(title: string, field: string): void {
  if (!title.trim()) throw fault("task.no_title", "Say in a few words what is to be done. Nothing was changed.", field);
}

function read(line: string) {
  const long = /\b(\d+)\s*m(in)?\b/.exec(line);
  const code = /#(K|E)\b/i.exec(line);
  const friday = /\bfri(day)?\b/i.exec(line);
  const title = [long, code, friday].reduce((text, part) => (part ? text.replace(part[0], "") : text), line).replace(/\s+/g, " ").trim();
  return { title, minutes: long ? Number(long[1]) : null, due: friday ? addDays(mondayOf(TODAY), 4) : null, code: code ? code[1]!.toUpperCase() : null, unknown: code ? null : (/#(\S+)/.exec(line)?.[1] ?? null) };
}

function tagOf(line: string): string | null {
  const { code, unknown } = read(line);
  if (unknown) return `#${unknown} is no provision code; kept in the title`;
  return code && `#${code}: only children with SEN support`;
}

const found = (line: string) => people.filter((one) => new RegExp(`\\b${one.forename}`, "i").test(line));
