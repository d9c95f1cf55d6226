import type { CaptureView, RegisterRow } from "$host";
import { expect, test } from "vitest";
import { aboutWhom, chosen, reading } from "./capture";

const jacob = { forename: "Jacob", surname: "Osborne", class: "4B" } as RegisterRow;
const other = { forename: "Jacob", surname: "Turner", class: "" } as RegisterRow;

function view(captured: Partial<CaptureView["captured"]>, pupils: RegisterRow[] = []): CaptureView {
  return { captured: { minutes: null, start: null, who: null, way: null, about: "", place: "school", private: false, kind: "interruption", missed_break: null, text: "", ...captured }, pupils, planned: [] };
}

test.each<[string, CaptureView, number | null, string]>([
  ["a whole line", view({ minutes: 15, who: "Mrs Cook", way: "phone" }, [jacob]), null, "15 min, interruption by Mrs Cook, phone, about Jacob O. (4B)"],
  ["two pupils of the name", view({ minutes: 15 }, [jacob, other]), null, "15 min, interruption, may be about Jacob O. (4B) or Jacob T."],
  ["a class that has an and in it", view({ minutes: 15 }, [{ ...jacob, class: "Jack and Jill" }, other]), null, "15 min, interruption, may be about Jacob O. (Jack and Jill) or Jacob T."],
  ["a name with an and in it, last", view({ minutes: 15 }, [other, { ...jacob, class: "Jack and Jill" }]), null, "15 min, interruption, may be about Jacob T. or Jacob O. (Jack and Jill)"],
  ["a length that was chosen", view({ who: "Office" }), 30, "30 min, interruption by Office"],
  ["the line's own length stands", view({ minutes: 5 }), 30, "5 min, interruption"],
  ["an evening at home", view({ kind: "extra", start: 1170, place: "home", private: true }), null, "from 19:30, extra work, at home, private"],
  ["a break that was lost", view({ minutes: 20, missed_break: "lunch" }), null, "20 min, interruption, lunch missed"],
  ["nothing but the kind", view({}), null, "interruption"],
])("%s", (_, given, length, words) => expect(reading(given, length)).toBe(words));

test("what was chosen is sent, and what was left alone is not", () => {
  const [one, two] = [{ ...jacob, id: 7 }, { ...other, id: 8 }];
  const planned = [{ block: 3, title: "", work: "Annual reviews", start: 540, minutes: 90 }];
  const read = { ...view({}, [one]), planned };
  expect(aboutWhom({ pupils: null, displaced: null }, read), "the one it names").toEqual([7]);
  expect(aboutWhom({ pupils: null, displaced: null }, view({}, [one, two])), "of two, neither").toEqual([]);
  expect(aboutWhom({ pupils: [], displaced: null }, read), "taken away by hand").toEqual([]);
  expect(chosen({ pupils: null, displaced: null }, read)).toEqual({});
  expect(chosen({ pupils: [8], displaced: 3 }, read)).toEqual({ pupils: [8], displaced: 3 });
  expect(chosen({ pupils: null, displaced: 4 }, read), "the line no longer meets that block").toEqual({});
});
