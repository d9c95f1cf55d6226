// How the week is looked at, and which of its days: remembered until the window is closed.
import type { WeekView } from "./views";

class Shown {
  view = $state<WeekView>("week");
  day = $state<string | null>(null);
}

export const shown = new Shown();
