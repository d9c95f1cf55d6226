// Sets the scene in a browser, from the address: ?gallery, or ?at=make|locked|open with &screen=week&theme=dark&size=200&contrast;
// &press=mod+k presses a shortcut, &click=Label clicks what has that name, &axe examines the page.
import { mount } from "svelte";
import App from "../App.svelte";
import { call, useHost, type Theme } from "../host";
import { mockHost } from "../host/mock";
import { setAppearance } from "../state/appearance.svelte";
import { go, type ScreenName } from "../state/router.svelte";
import { enter } from "../state/session.svelte";

/** Mounts the app, or the gallery of parts, on the mock host. */
export async function stage(target: HTMLElement): Promise<void> {
  useHost(mockHost());
  const wish = new URLSearchParams(location.search);
  await setAppearance({
    theme: (wish.get("theme") as Theme | null) ?? "system",
    text_size: Number(wish.get("size") ?? 100),
    high_contrast: wish.has("contrast"),
  });
  const at = wish.get("at") ?? (wish.has("screen") ? "open" : null);
  if (at === "open") enter(await call("vault_create", { within: "/home/senco", name: "Oakfield Primary", passphrase: "four plain words here" }));
  if (at === "locked") enter(await call("vault_choose", { folder: "/home/senco/Oakfield Primary.daybook" }));
  const screen = wish.get("screen") as ScreenName | null;
  if (screen) go(screen);
  if (wish.has("gallery")) mount((await import("./Gallery.svelte")).default, { target });
  else mount(App, { target });
  if (wish.has("press")) setTimeout(() => press(wish.get("press") ?? ""), 300);
  if (wish.has("click")) setTimeout(() => click(wish.get("click") ?? ""), 300);
  if (wish.has("axe")) await (await import("./axe")).examine();
}

function press(keys: string): void {
  const parts = keys.split(" ").join("+").split("+");
  const key = parts.at(-1) === "space" ? " " : (parts.at(-1) ?? "");
  window.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey: parts.includes("mod"), shiftKey: parts.includes("shift"), cancelable: true }));
}

function click(label: string): void {
  const named = [...document.querySelectorAll<HTMLElement>("button, input, [role]")].find(
    (element) => (element.ariaLabel ?? element.textContent).trim() === label || document.querySelector(`label[for="${element.id}"]`)?.textContent.trim() === label,
  );
  named?.focus();
  for (const type of ["pointerdown", "pointerup"]) named?.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, pointerType: "mouse" }));
  // What opens a list has opened it at the press; a click would close it again.
  if (!["listbox", "menu"].includes(named?.getAttribute("aria-haspopup") ?? "")) named?.click();
}
