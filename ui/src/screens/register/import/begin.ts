// The way into an import: the file is asked for at once, wherever the import is begun.
import { asFault, pickFile, type FileKind } from "$host";
import { go } from "$state/router.svelte";
import { toast } from "$state/toasts.svelte";

const KINDS: FileKind[] = [
  { name: "Lists of pupils", extensions: ["csv", "txt", "tsv", "xlsx", "xml"] },
  { name: "Comma-separated text", extensions: ["csv", "txt", "tsv"] },
  { name: "Excel workbook", extensions: ["xlsx"] },
  { name: "Common transfer file", extensions: ["xml"] },
];

/** Asks for the list; null when the person thinks better of it. */
export const pickList = (): Promise<string | null> => pickFile("Choose the list to import", KINDS);

/** Asks for the list and opens the import with it. Without one, the import says which files will do. */
export async function beginImport(): Promise<void> {
  try {
    const path = await pickList();
    go("register", path === null ? { import: true } : { import: true, path });
  } catch (thrown) {
    toast(asFault(thrown).message, { tone: "fault" });
  }
}
