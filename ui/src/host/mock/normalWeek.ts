// Normal weeks: kept, laid, renamed, taken away.
import type { Answers } from "../mock";
import type { Changed, Fault, NormalWeek } from "../types";

const taken: Fault = { code: "normal_week.taken", message: "Another normal week has that name. Nothing was changed; choose another name.", field: "name" };

export function answers(): Answers {
  let kept: NormalWeek[] = [
    { id: 1, name: "Week A", blocks: [{ weekday: 0, start: 540, minutes: 60, title: "Year 6 maths", activity: 7, place: "school" }] },
    { id: 2, name: "Week B", blocks: [] },
  ];
  const wrote = <T>(value: T, undo: string): Changed<T> => ({ value, changed: ["normal_week"], undo });
  const of = (name: string, own?: number) => kept.find((week) => week.id !== own && week.name.toLowerCase() === name.trim().toLowerCase());
  return {
    normal_weeks: () => kept,
    normal_week_keep: ({ name, replace }) => {
      const same = of(name);
      if (same && !replace) throw taken;
      const id = same?.id ?? kept.length + 1;
      kept = [...kept.filter((week) => week.id !== id), { id, name: name.trim(), blocks: [] }];
      return wrote(id, "Plan kept as a normal week");
    },
    normal_week_lay: ({ week, date }) => ({
      value: {
        laid: kept.find((one) => one.id === week)!.blocks.length,
        left_out: [{ date, start: 600, minutes: 30, title: "Playground", activity: 11, why: { is: "taken", title: "Governors" } }],
      },
      changed: ["block"],
      undo: "Normal week laid in the week of 9 November",
    }),
    normal_week_rename: ({ week, name }) => {
      if (of(name, week)) throw taken;
      kept = kept.map((one) => (one.id === week ? { ...one, name: name.trim() } : one));
      return wrote(null, "Normal week renamed");
    },
    normal_week_remove: ({ week }) => ((kept = kept.filter((one) => one.id !== week)), wrote(null, "Normal week taken away")),
  };
}
