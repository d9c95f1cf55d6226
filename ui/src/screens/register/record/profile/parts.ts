// The parts of a one-page profile, in the order they are read.
import type { Profile } from "$host";

export type Part = Exclude<keyof Profile, "agreed_on">;

/** In the child's own words. */
export const OWN: readonly { key: Part; label: string }[] = [
  { key: "admire", label: "What people like and admire about me" },
  { key: "important", label: "What is important to me" },
  { key: "support", label: "How best to support me" },
  { key: "hopes", label: "My hopes" },
];

/** For staff. */
export const STAFF: readonly { key: Part; label: string }[] = [
  { key: "works", label: "What works" },
  { key: "avoid", label: "What to avoid" },
  { key: "ask", label: "Whom to ask" },
];
