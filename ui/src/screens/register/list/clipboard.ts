// Puts text on the clipboard, because somebody pressed a button that says so. Knows nothing of what the text holds.
import { privacy } from "$state/privacy.svelte";
import { toast } from "$state/toasts.svelte";

/**
 * Puts what is shown on the clipboard and says so: it leaves the daybook here, names and all, and so not while those are hidden.
 * `what` is how much: `12 rows`.
 */
export async function copyOut(text: string, what: string): Promise<void> {
  if (privacy.on) {
    toast(`Names are hidden, and ${what} would hold them. Nothing was copied; show names first.`, { tone: "fault" });
    return;
  }
  try {
    await putOnClipboard(text);
    toast(`${what} copied as shown. Paste them only where names may be.`);
  } catch {
    toast(`${what} could not be copied. Nothing has left the daybook.`, { tone: "fault" });
  }
}

/** Whether names may leave the daybook now: not while they are hidden, and then it says so. `what` begins its sentence: `The file`. */
export function mayLeave(what: string): boolean {
  if (privacy.on) toast(`Names are hidden, and ${what} would hold them. Nothing was saved; show names first.`, { tone: "fault" });
  return !privacy.on;
}

/** Rejects when the window may not use the clipboard. */
export async function putOnClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Some windows keep the newer way to themselves and still answer to a copy that a press began.
    if (!copied(text)) throw new Error("the clipboard was refused");
  }
}

function copied(text: string): boolean {
  let took = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    took = true;
  };
  document.addEventListener("copy", fill);
  try {
    return document.execCommand("copy") && took;
  } finally {
    document.removeEventListener("copy", fill);
  }
}
