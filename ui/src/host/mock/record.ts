// The rest of a child's record, kept while the page is open.
import type { Answers } from "../mock";
import type { Changed, Fault, Flag } from "../types";

export function answers(): Answers {
  const flags: Flag[] = [{ id: 1, name: "Forces family", retired: false }];
  return {
    flags: () => structuredClone(flags),
    flag_save: ({ flag, details }) => {
      if (!details.name.trim()) throw fault("flag.no_name", "A flag needs a name. Nothing was changed.", "name");
      if (flags.some((one) => one.id !== flag && one.name.toLowerCase() === details.name.trim().toLowerCase()))
        throw fault("flag.twice", "There is a flag of that name already. Nothing was changed; use that one, or choose another name.", "name");
      const id = flag ?? flags.length + 1;
      const kept = { id, ...details, name: details.name.trim() };
      if (flag === null) flags.push(kept);
      else flags.splice(flags.findIndex((one) => one.id === flag), 1, kept);
      return changed(id, flag === null ? "Add a flag" : "Change a flag");
    },
  };
}

function changed<T>(value: T, undo: string): Changed<T> {
  return { value, changed: ["pupil"], undo };
}

function fault(code: string, message: string, field: string | null = null): Fault {
  return { code, message, field };
}
