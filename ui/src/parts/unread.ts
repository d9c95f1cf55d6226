// Before a form is saved: what was typed and cannot be read would be saved as nothing at all.
import { tick } from "svelte";

/**
 * Whether every field inside has understood what was typed in it. The one being typed in is read as if it had been left; the first that cannot be
 * read takes the focus.
 */
export async function allRead(form: HTMLElement | undefined): Promise<boolean> {
  const typing = document.activeElement;
  // A radio or a tick box holds what was chosen; told of a change it would take the focus for a choice.
  if (typing instanceof HTMLInputElement && !["radio", "checkbox"].includes(typing.type) && form?.contains(typing)) typing.dispatchEvent(new Event("change", { bubbles: true }));
  await tick();
  const unread = form?.querySelector<HTMLElement>("[data-unread]");
  unread?.focus();
  return !unread;
}

/** Drops what was typed in fields inside that could not be read: they show what they hold again. */
export function forgetUnread(form: HTMLElement | undefined): void {
  for (const field of form?.querySelectorAll("[data-unread]") ?? []) field.dispatchEvent(new CustomEvent("forget"));
}
