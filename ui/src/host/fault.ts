// Everything that can go wrong reaches a screen in one shape: a code, a sentence and, where one applies, the field.
import type { Fault } from "./types";

/** Turns whatever was thrown into a fault, keeping the core's own words when it has them. */
export function asFault(thrown: unknown): Fault {
  if (isFault(thrown)) return thrown;
  return {
    code: "unexpected",
    message: "Something went wrong that the daybook did not expect. Nothing was changed. Try again, or lock and reopen the daybook.",
    field: null,
  };
}

/** The sentence for one field of a form, if the fault is about that field. */
export function faultFor(fault: Fault | null, field: string): string | undefined {
  return fault?.field === field ? fault.message : undefined;
}

/** The sentence for the foot of a form: what no named field has already said. */
export function faultElsewhere(fault: Fault | null, fields: readonly string[]): string | undefined {
  return fault && !(fault.field && fields.includes(fault.field)) ? fault.message : undefined;
}

/** The seconds that are to be waited after several wrong words; none where there is no wait. The core's sentence says them first. */
export function waitOf(fault: Fault | null): number | null {
  return fault?.code === "vault.wait" ? Number(SECONDS.exec(fault.message)?.[1] ?? 0) || null : null;
}

/** The core's sentence about a wait when so many seconds of it are left. */
export function waitLeft(fault: Fault, seconds: number): string {
  return fault.message.replace(SECONDS, `${seconds} ${seconds === 1 ? "second" : "seconds"}`);
}

const SECONDS = /(\d+) seconds?/;

function isFault(thrown: unknown): thrown is Fault {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown && typeof thrown.message === "string";
}
