// The list as it was left: what was asked, which rows were marked, which row, how far down. It lives as long as the screen, so that a record can be
// opened and closed; locking takes it away with the screen, since what was searched for may be a name.
import { call, type Flag, type PlanKindChoice, type RegisterList, type RegisterQuery, type SavedView, type ViewsView } from "$host";
import { appearance, setAppearance } from "$state/appearance.svelte";
import { resource, type Resource } from "$state/reload.svelte";
import { SvelteSet } from "svelte/reactivity";
import { ownFlags, type OwnFlags } from "./columns";
import { cleared, everybody } from "./query";

const PAUSE = 80;

export class Listing {
  // Which columns, and in which order, is kept on this computer.
  query = $state.raw<RegisterQuery>({ ...everybody("register"), columns: [...appearance.current.register_columns] });
  /** What stands in the search box; the query follows a moment later. */
  typed = $state("");
  active = $state(0);
  top = $state(0);
  /** Pupils marked for a change of many, also those whom a filter hides now. */
  readonly marked = new SvelteSet<string | number>();
  readonly list: Resource<RegisterList>;
  readonly anybody: Resource<boolean>;
  readonly views: Resource<ViewsView>;
  /** Flags of the school's own. */
  readonly flags: Resource<Flag[]>;
  /** Every kind of plan. */
  readonly kinds: Resource<PlanKindChoice[]>;
  #begun = false;

  /** Call it while the screen is being set up. */
  constructor() {
    this.list = resource(["pupil", "plan"], () => call("register", { query: this.query }));
    this.anybody = resource(["pupil"], async () => (await call("pupil_find", { search: "", limit: 1 })).length > 0);
    this.views = resource(["view", "setting"], () => call("views", {}));
    this.flags = resource(["pupil"], () => call("flags", {}));
    this.kinds = resource(["plan"], () => call("plan_kinds", {}));
    $effect(() => {
      const search = this.typed;
      if (search === this.query.search) return;
      const timer = setTimeout(() => this.ask({ ...this.query, search }), PAUSE);
      return () => clearTimeout(timer);
    });
    // It begins with the view that was chosen last.
    $effect(() => {
      const views = this.views.value;
      if (this.#begun || !views) return;
      this.#begun = true;
      const last = views.views.find((view) => view.id === views.last);
      if (last) this.see(last);
    });
  }

  /** What flags of the school's own and kinds of plan are called. */
  get own(): OwnFlags {
    return ownFlags(this.flags.value ?? [], this.kinds.value ?? []);
  }

  /** Asks something else, and begins at the top again. */
  ask(query: RegisterQuery): void {
    if (query.columns !== this.query.columns) void setAppearance({ register_columns: query.columns }).catch(() => {});
    this.#show(query);
  }

  #show(query: RegisterQuery): void {
    this.query = query;
    this.active = 0;
    this.top = 0;
  }

  /** Shows a saved view; none: the usual list. */
  see(view: SavedView | null): void {
    const query = view?.query ?? everybody("register");
    this.typed = query.search;
    this.#show(query);
  }

  /** Shows everybody in scope. */
  clear(): void {
    this.typed = "";
    this.ask(cleared(this.query));
  }

  /** Marks everybody shown. */
  markShown(): void {
    for (const row of this.list.value?.rows ?? []) this.marked.add(row.id);
  }
}
