// The screens that exist, in the order of the rail. To add one: its name in $state/router.svelte, its folder here, a line below.
import type { Icon } from "$parts/types";
import type { ScreenName } from "$state/router.svelte";
import BookOpen from "@lucide/svelte/icons/book-open";
import CalendarRange from "@lucide/svelte/icons/calendar-range";
import Printer from "@lucide/svelte/icons/printer";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Settings2 from "@lucide/svelte/icons/settings-2";
import Sun from "@lucide/svelte/icons/sun";
import type { Component } from "svelte";
import Packs from "./packs/Index.svelte";
import Register from "./register/Index.svelte";
import Settings from "./settings/Index.svelte";
import Tasks from "./tasks/Index.svelte";
import Today from "./today/Index.svelte";
import Week from "./week/Faces.svelte";

export interface Screen {
  name: ScreenName;
  label: string;
  icon: Icon;
  /** `g` and then this letter goes there. */
  letter: string;
  component: Component;
}

export const screens: readonly Screen[] = [
  { name: "today", label: "Today", icon: Sun, letter: "t", component: Today },
  { name: "week", label: "Week", icon: CalendarRange, letter: "w", component: Week },
  { name: "tasks", label: "Tasks", icon: ListChecks, letter: "k", component: Tasks },
  { name: "register", label: "Register", icon: BookOpen, letter: "r", component: Register },
  { name: "packs", label: "Packs", icon: Printer, letter: "p", component: Packs },
  { name: "settings", label: "Settings", icon: Settings2, letter: "s", component: Settings },
];
