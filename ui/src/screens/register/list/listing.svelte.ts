// The list as it was left: what was asked, which row, how far down. It lives as long as the screen, so that a record can be opened and closed;
// locking takes it away with the screen, since what was searched for may be a name.
import { call, type RegisterList, type RegisterQuery } from "$host";
import { resource, type Resource } from "$state/reload.svelte";
import { cleared, everybody } from "./query";

const PAUSE = 80;

export class Listing {
  query = $state.raw<RegisterQuery>(everybody("register"));
  /** What stands in the search box; the query follows a moment later. */
  typed = $state("");
  active = $state(0);
  top = $state(0);
  readonly list: Resource<RegisterList>;
  readonly anybody: Resource<boolean>;

  /** Call it while the screen is being set up. */
  constructor() {
    this.list = resource(["pupil"], () => call("register", { query: this.query }));
    this.anybody = resource(["pupil"], async () => (await call("pupil_find", { search: "", limit: 1 })).length > 0);
    $effect(() => {
      const search = this.typed;
      if (search === this.query.search) return;
      const timer = setTimeout(() => this.ask({ ...this.query, search }), PAUSE);
      return () => clearTimeout(timer);
    });
  }

  /** Asks something else, and begins at the top again. */
  ask(query: RegisterQuery): void {
    this.query = query;
    this.active = 0;
    this.top = 0;
  }

  /** Shows everybody in scope. */
  clear(): void {
    this.typed = "";
    this.ask(cleared(this.query));
  }
}
