// The timer: it nests, and what is stopped is written down. The clock of the mock stands at 09:40.
import type { Answers } from "../mock";
import type { Changed, Doing, Fault, TimerView } from "../types";

const AT = "2026-11-04T09:40:00";
const fault = (code: string, message: string, field: string | null = null): Fault => ({ code, message, field });
const NOT_RUNNING = fault("timer.not_running", "The timer does not run, so nothing was changed. Start it first.");

export function answers(): Answers {
  const view: TimerView = { layers: [], asking: [], at: AT };
  const now = (): TimerView => structuredClone(view);
  const wrote = (undo: string | null): Changed<TimerView> => ({ value: now(), changed: undo ? ["entry"] : [], undo });
  const end = () => {
    if (!view.layers.pop()) throw NOT_RUNNING;
  };
  return {
    timer: now,
    timer_begin: ({ how, line, who, activity, task, block, pupils }) => {
      if (line.trim() === "" && task === null && block === null) throw fault("timer.empty", "Write a few words about what it is. Nothing was changed.", "line");
      if (how === "start" && view.layers.length > 0) throw fault("timer.running", "The timer runs already and goes on. Switch it, or say what interrupted.");
      if (how === "switch") end();
      const doing: Doing = { text: line || (task === null ? "Planned block" : "Task"), activity, pupils: pupils ?? [], task, block, who, place: null, private: false };
      view.layers.push({ doing, began: AT, minutes: 0, work: null, interruption: view.layers.length > 0 });
      return wrote(how === "switch" ? "Timer switched, 1 entry written" : null);
    },
    timer_stop: ({ all }) => {
      end();
      if (all) view.layers = [];
      return wrote("Timer stopped, 1 entry written");
    },
    timer_discard: () => (end(), now()),
    timer_untouched: now,
    timer_answer: ({ asked, answer, minutes }) => {
      const at = view.asking.findIndex((one) => one.asked.from === asked.from);
      if (at < 0) throw fault("timer.answered", "That has been answered already. Nothing was changed.");
      if (asked.why === "long" && minutes === null && answer.was === "this_work") throw fault("timer.minutes", "Say how long it was. Nothing was changed.", "minutes");
      view.asking.splice(at, 1);
      return wrote(answer.was === "this_work" || answer.was === "other" ? "Time away, 1 entry written" : null);
    },
  };
}
