// The cursor of the timetable when what it stands on goes away.
import { call, useHost } from "$host";
import { mockHost } from "$host/mock";
import { flushSync } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { bookOfWeek, type Book } from "./book";
import { Handling } from "./handling.svelte";
import { Moves } from "./moves.svelte";
import { Panels } from "./panels.svelte";

beforeEach(() => useHost(mockHost()));

test("a cursor on a day that is shown no more stands on the last that is", async () => {
  const week = bookOfWeek(await call("week", { date: "2026-11-09" }));
  const saturday = week.days[5]!;
  const worked = { ...saturday, blocks: [{ ...week.days.flatMap((day) => day.blocks)[0]!, id: 99 }] };
  let book = $state.raw<Book>({ ...week, days: week.days.map((day) => (day === saturday ? worked : day)) });
  const panels = new Panels();
  const stop = $effect.root(() => {
    const table = new Handling(() => ({ book, mode: "plan", today: "2026-11-09", panels, moves: new Moves(() => book) }));
    flushSync();
    const columns = table.days.length;
    table.cursor = { column: columns - 1, minute: 1_000, stop: null };
    expect(table.cellLabel).toMatch(/^Saturday 16:40/);
    book = week;
    flushSync();
    expect(table.days).toHaveLength(columns - 1);
    expect([table.at.column, table.cellDay]).toEqual([columns - 2, columns - 2]);
    expect(table.cellLabel).toMatch(/^Friday 16:40/);
    table.openCell();
    expect(panels.top).toMatchObject({ is: "lay", draft: { date: "2026-11-13", start: 1_000 } });
  });
  stop();
});
