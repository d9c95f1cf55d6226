// Seven weeks looked back on: one entry of each is opened.
import type { Answers } from "../mock";
import type { Changed, GroupBack, LookBackBy, LookBackChoice, LookBackKey } from "../types";
import { activities, people } from "./week/data";

const WEEKS = 7;
const MONDAYS = ["2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02"];

const KEYS: Record<LookBackBy, LookBackKey[]> = {
  activity: [...[1, 5, 16, 9].map((activity) => ({ of: "activity" as const, activity })), { of: "none" }],
  purpose: (["strategy", "learning", "staff", "resources"] as const).map((purpose) => ({ of: "purpose" as const, purpose })),
  role: (["senco", "other", "own_burden"] as const).map((role) => ({ of: "role" as const, role })),
  place: (["school", "home"] as const).map((place) => ({ of: "place" as const, place })),
  child: [...people.slice(0, 5).map(({ id }) => ({ of: "child" as const, pupil: id })), { of: "none" }],
  interrupter: [{ of: "interrupter", who: "Mrs Cook" }, { of: "interrupter", who: "" }, { of: "none" }],
  planned: [true, false].map((planned) => ({ of: "planned" as const, planned })),
};

const sum = (values: readonly number[]) => values.reduce((so, value) => so + value, 0);

/** Groups that come to the same minutes each week, whichever way: 600, and 30 more with private entries. */
function groupsOf({ by, private: own }: LookBackChoice): GroupBack[] {
  const keys = KEYS[by];
  const each = Math.floor(600 / keys.length);
  return keys.map((key, at) => {
    const first = at === 0 ? 600 - each * (keys.length - 1) + (own ? 30 : 0) : each;
    const by_week = Array.from({ length: WEEKS }, () => first);
    const name = key.of === "activity" ? activities.find(({ id }) => id === key.activity)!.name : key.of === "purpose" ? `Area of ${key.purpose}` : "";
    return { key, name, minutes: sum(by_week), interruptions: at === 1 ? 140 : 0, by_week, entries: WEEKS };
  });
}

export function answers(): Answers {
  let kept: LookBackChoice = { by: "activity", stretch: { is: "half_term" }, private: false };
  const spent = [{ part: "capture" as const, seconds: 170 }, { part: "packs" as const, seconds: 352 }, { part: "reconcile" as const, seconds: 310 }];
  return {
    look_back: ({ choice }) => {
      const asked = choice ?? kept;
      const groups = groupsOf(asked);
      const weeks = MONDAYS.map((monday, at) => ({ monday, minutes: sum(groups.map((group) => group.by_week[at]!)), interruptions: 20, out_of_hours: at * 15, given: at === 5 ? 0 : 150 }));
      return {
        choice: asked,
        from: asked.stretch.is === "own" ? asked.stretch.from : "2026-09-21",
        to: asked.stretch.is === "own" ? asked.stretch.to : "2026-11-08",
        known: true,
        weeks,
        groups,
        minutes: sum(weeks.map(({ minutes }) => minutes)),
        given: 900,
        left_out: asked.private ? 0 : 210,
        pupils: people,
        burden: { week: spent, stretch: spent, days: 30, promised: 5 },
      };
    },
    look_back_entries: ({ choice, of, week }) => {
      const groups = groupsOf(choice);
      const minutes = of.is === "group" ? groups.find(({ key }) => JSON.stringify(key) === JSON.stringify(of.key))!.minutes : of.is === "out_of_hours" ? 315 : week ? 600 : 4200;
      const entry = { start: 540, minutes: minutes + 30, out_of_hours: 0, text: "Annual review papers", activity: "Annual reviews", place: "school" as const, kind: "extra" as const, interrupted_by: null, displaced: null, case_codes: [], private: false, provisional: false };
      const rows = [{ date: "2026-11-03", minutes: minutes - 60, entry: { ...entry, id: 8 } }, { date: "2026-11-04", minutes: 20, entry: { ...entry, id: 9, start: null, text: "", activity: null } }];
      return { minutes, rows, earlier: 3, earlier_minutes: 40 };
    },
    look_back_choose: (choice): Changed<null> => {
      kept = choice;
      return { value: null, changed: ["setting"], undo: null };
    },
    burden_count: () => null,
  };
}
