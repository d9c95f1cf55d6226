// After a form was refused, the first field that is wrong takes the focus.
import { tick } from "svelte";

const WRONG = '[aria-invalid="true"], [data-wrong] :is(input, button), [role="alert"] button';

/** Moves the focus to the first wrong field inside the form, once its error is on the page. */
export async function focusFault(form: HTMLElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>(WRONG)?.focus();
}
