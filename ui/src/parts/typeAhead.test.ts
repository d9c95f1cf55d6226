import { describe, expect, it } from "vitest";
import { found } from "./typeAhead";

const names = ["Adebayo", "Brown", "Şahin", "Singh", "Søndergård", "van der Berg"];
const at = (typed: string, from: number) => found(names, (name) => name, typed, from);

describe("type-ahead", () => {
  it("moves on to the next row that begins with the letter, past the end and round", () => {
    expect(at("s", 0)).toBe(2);
    expect(at("s", 2)).toBe(3);
    expect(at("a", 3)).toBe(0);
  });
  it("goes through them all when one letter is typed again and again", () => {
    expect(at("ss", 2)).toBe(3);
  });
  it("stays where it is while the word still fits, and when nothing does", () => {
    expect(at("si", 3)).toBe(3);
    expect(at("zz", 3)).toBe(3);
  });
  it("finds an empty list's row nowhere", () => {
    expect(found([], () => "", "a", 0)).toBe(0);
  });
});
