// Printing a pack and saving it. Both are recorded by the core, with the entries the figures came from.
import { asFault, openFile, pickSave, printPage, type PackView, type PreviewPack } from "$host";
import { toast } from "$state/toasts.svelte";
import { write } from "$state/write.svelte";

/** Opens the print window on the pages and notes it. Whether they were printed in the end, no system tells. */
export async function print(ask: PreviewPack, view: PackView): Promise<void> {
  await told(async () => {
    await printPage();
    await write("pack_printed", ask, null);
    toast(`${view.title}: print window opened, and noted below`);
  });
}

/** Asks where, saves the PDF there, and offers to open it. */
export async function save(ask: PreviewPack, view: PackView): Promise<void> {
  await told(async () => {
    const path = await pickSave("Save the pack", view.file, [{ name: "PDF", extensions: ["pdf"] }]);
    if (path === null) return;
    const saved = await write("pack_save", { ...ask, path }, null);
    toast("Saved", { action: { label: "Open", run: () => void told(() => openFile(saved.path)) } });
  });
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
  }
}
