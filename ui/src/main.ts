// Chooses the host, then shows the app. The mock host and the gallery are left out of the built app.
import { mount } from "svelte";
import App from "./App.svelte";
import { useHost } from "./host";
import "./style/index.css";

const target = document.getElementById("app") ?? document.body;

if (import.meta.env.MODE === "mock" || (import.meta.env.DEV && new URLSearchParams(location.search).has("mock"))) {
  const { stage } = await import("./gallery/stage");
  await stage(target);
} else {
  const { host } = await import("./host/tauri");
  useHost(host);
  mount(App, { target });
}
