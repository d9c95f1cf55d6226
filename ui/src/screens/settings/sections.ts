// The sections of Settings, in the order they are listed. The last one shown is remembered until the window closes.
import type { Component } from "svelte";
import About from "./About.svelte";
import Backups from "./safety/Backups.svelte";
import Codes from "./Codes.svelte";
import Hours from "./Hours.svelte";
import Kinds from "./Kinds.svelte";
import Lists from "./Lists.svelte";
import Looks from "./Looks.svelte";
import School from "./School.svelte";
import Check from "./safety/Check.svelte";
import Keys from "./safety/Keys.svelte";
import Leaving from "./safety/Leaving.svelte";
import Locking from "./safety/Locking.svelte";
import Log from "./safety/Log.svelte";
import Protects from "./safety/Protects.svelte";
import Year from "./Year.svelte";

export interface Section {
  name: string;
  label: string;
  /** The heading it stands under in the list, with its neighbours. */
  group?: string;
  /** One line under its heading. */
  lead: string;
  component: Component;
}

export const sections: readonly Section[] = [
  { name: "school", label: "School", lead: "What heads every pack, and who signs it.", component: School },
  { name: "year", label: "Year dates", lead: "Half-terms, and the days inside them on which pupils stay at home.", component: Year },
  { name: "hours", label: "Hours", lead: "The hours you are given. Out of hours, lost breaks and unaccounted time are counted from them.", component: Hours },
  { name: "kinds", label: "Kinds of work", lead: "What your time is for. They are yours to rename.", component: Kinds },
  { name: "lists", label: "Plans, flags, interventions", lead: "What a child’s record chooses from, as your school has it.", component: Lists },
  { name: "codes", label: "Codes", lead: "The codes and categories in force, each with where it stands.", component: Codes },
  { name: "lock", label: "Lock and privacy", group: "Safety", lead: "When it locks, and hiding names while somebody looks on.", component: Locking },
  { name: "keys", label: "Keys", group: "Safety", lead: "What opens this daybook: your words, and a key in the safe.", component: Keys },
  { name: "backups", label: "Backups", group: "Safety", lead: "Copies of this daybook, and going back to one.", component: Backups },
  { name: "check", label: "Check", group: "Safety", lead: "Whether everything in this daybook is whole and adds up.", component: Check },
  { name: "log", label: "Activity log", group: "Safety", lead: "Who opened, locked, printed, imported or backed up what, and when.", component: Log },
  { name: "leaving", label: "Place and leaving", group: "Safety", lead: "Where this daybook lies, other copies of it, and taking everything with you.", component: Leaving },
  { name: "protects", label: "What it protects", group: "Safety", lead: "What this daybook protects, and what it does not.", component: Protects },
  { name: "appearance", label: "Appearance", lead: "Kept on this computer, for every daybook.", component: Looks },
  { name: "about", label: "About", lead: "What this is, and on what terms.", component: About },
];

let last = sections[0]!;

/** The section of this name, or the one shown last. */
export function sectionFor(name: unknown): Section {
  last = sections.find((section) => section.name === name) ?? last;
  return last;
}
