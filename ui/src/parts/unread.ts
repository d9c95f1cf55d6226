// Before a form is saved: what was typed and cannot be read would be saved as nothing at all.
import { tick } from "svelte";

/**
 * Whether every field inside has understood what was typed in it. The one being typed in is read as if it had been left; the first that cannot be
 * read takes the focus.
 */
export async function allRead(form: HTMLElement | undefined): Promise<boolean> {
  const typing = document.activeElement;
  if (typing instanceof HTMLInputElement && form?.contains(typing)) typing.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
  const unread = form?.querySelector<HTMLElement>("[data-unread]");
  unread?.focus();
  return !unread;
}
