// The real window. One command carries every call to the core; the rest is dialogs and events of the shell.
import { invoke, type InvokeArgs } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { asFault } from "./fault";
import type { Host, Progress } from "./host";

async function ask<T>(command: string, args?: InvokeArgs): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (thrown) {
    throw asFault(thrown);
  }
}

function hear(event: string, listener: () => void): () => void {
  const stop = listen<null>(event, listener);
  return () => void stop.then((off) => off());
}

export const host: Host = {
  call: (name, args) => ask("call", { name, args }),
  facts: () => ask("host"),
  pickFolder: (title) => ask("pick_folder", { title }),
  pickFile: (title, filters) => ask("pick_file", { title, filters }),
  pickSave: (title, fileName, filters) => ask("pick_save", { title, fileName, filters }),
  openFile: (path) => ask("open_saved", { path }),
  printPage: () => ask("print_page"),
  onCapture: (listener) => hear("capture", listener),
  touch: () => ask("touch"),
  onLocking: (listener) => hear("locking", listener),
  onLocked: (listener) => hear("locked", listener),
  onProgress(listener) {
    const stop = listen<Progress>("progress", ({ payload }) => listener(payload));
    return () => void stop.then((off) => off());
  },
  cancel: () => ask("cancel"),
  apple: /Mac/.test(navigator.userAgent),
};
