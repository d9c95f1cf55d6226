import { expect, test } from "vitest";
import { readSheet } from "./sheets";

const page = (box: string, inside = "") => `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Week plan, page 1 of 1" viewBox="${box}">${inside}</svg>`;

test("a page is adopted with its name, and says which way its paper lies", () => {
  for (const [box, across] of [["0 0 841.89 595.28", true], ["0 0 595.28 841.89", false]] as const) {
    const sheet = readSheet(page(box, '<text x="1" y="2">Monday</text>'));
    expect(sheet?.across).toBe(across);
    expect(sheet?.svg.ownerDocument).toBe(document);
    expect(sheet?.svg.getAttribute("aria-label")).toBe("Week plan, page 1 of 1");
    expect(sheet?.svg.textContent).toBe("Monday");
  }
});

test("nothing that could run is taken over", () => {
  const sheet = readSheet(page("0 0 1 1", '<script>top.x = 1</script><foreignObject/><rect width="1" height="1"/>'));
  expect([...(sheet?.svg.children ?? [])].map((child) => child.localName)).toEqual(["rect"]);
});

test("what is no picture is no page", () => {
  expect(readSheet("not a page")).toBeNull();
});
