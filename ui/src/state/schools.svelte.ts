// The schools of the daybook: one is in sight at a time, and going to another leaves what was shown of the last.
import { call, type SchoolRow } from "$host";
import { resource, type Resource } from "./reload.svelte";
import { leave } from "./router.svelte";
import { session } from "./session.svelte";
import { attempt, flushAll } from "./write.svelte";

/** Call it while a component is being set up. None before there is a school, and none that could not be read. */
export function knownSchools(): Resource<SchoolRow[]> {
  return resource(["school", "hours", "setting"], () => (session.current?.school ? call("schools", {}) : Promise.resolve([])));
}

/** Goes to another school, asking first where something is undone. */
export function showSchool(school: number): void {
  // What waits to be written is of the school that is left.
  leave(() => void flushAll().then(() => attempt("school_choose", { school })));
}
