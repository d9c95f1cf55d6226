// Puts text on the clipboard, because somebody pressed a button that says so. Knows nothing of what the text holds.

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
