// The five marks of the visual language, and what each is called. The patterns are in style/kinds.css.

export type Kind = "planned" | "happened" | "interruption" | "out-of-hours" | "lost";

export const KINDS: Readonly<Record<Kind, string>> = {
  planned: "Planned",
  happened: "As it happened",
  interruption: "Interruption",
  "out-of-hours": "Out of hours",
  lost: "Lost",
};

/** The classes that draw a kind. */
export function kindClass(kind: Kind): string {
  return `kind kind-${kind}`;
}
