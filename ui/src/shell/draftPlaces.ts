// Where each thing that may have been left typed belongs, from the name its form gave it. No name holds a word of what was typed.
import { dayDate, isDate } from "$format/dates";
import { go } from "$state/router.svelte";
import { timer } from "$state/timer.svelte";

export interface DraftPlace {
  label: string;
  /** Opens its form; the capture line is the shell's own. */
  open: "capture" | (() => void);
}

/** The place of a draft. One that no form knows any more leads to Today. */
export function draftPlace(key: string): DraftPlace {
  const [kind = "", id = "", date = ""] = key.split(":");
  if (kind === "capture") return { label: "A line you were capturing", open: "capture" };
  if (kind === "timer") return { label: "What the timer is to run on", open: () => (timer.form = { how: timer.running ? "switch" : "start" }) };
  if (kind === "import") return { label: "The import of a list", open: () => go("register", { import: true }) };
  if (kind === "yearend") return { label: "Year’s end", open: () => go("register", { yearEnd: true }) };
  if (kind === "school") return { label: "The school’s details", open: () => go("settings", { section: "school" }) };
  if (kind === "pupil" && id === "new") return { label: "A new pupil", open: () => go("register", { add: true }) };
  if (kind === "task-line") return { label: "A task in a line", open: () => go("tasks") };
  if (kind === "line") return { label: "A line of the catalogue", open: () => go("tasks", { tab: "catalogue", draft: key }) };
  if (kind === "task") return { label: id === "new" ? "A new task" : "A task", open: () => go("tasks", { draft: key }) };
  if (kind.startsWith("task-")) return { label: "What became of a task", open: () => go("tasks", { draft: key }) };
  const parts: Record<string, string> = {
    plan: "A child’s plan",
    "plan-review": "The review of a plan",
    "plan-end": "The end of a plan",
    provision: "A child’s provision",
    "provision-end": "The end of a child’s provision",
    profile: "A child’s profile",
    results: "A result",
    documents: "A document",
    "record-status": "A change of SEN provision",
    "record-needs": "A change of needs",
  };
  // Their last part says whose it is.
  if (parts[kind]) return { label: parts[kind], open: () => go("register", { pupil: Number(date), draft: key }) };
  if (kind === "pupil") return { label: "A pupil’s details", open: () => go("register", { pupil: Number(id) }) };
  if ((kind === "entry" || kind === "block") && isDate(date)) {
    const what = kind === "entry" ? (id === "new" ? "A new entry" : "An entry") : id === "new" ? "A new block" : "A planned block";
    return { label: `${what}, ${dayDate(date)}`, open: () => go("week", { date, draft: key }) };
  }
  return { label: "Something you were typing", open: () => go("today") };
}
