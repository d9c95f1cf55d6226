import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const folder = (path: string) => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

// The window loads the built files from the app itself, so paths are relative and nothing is fetched from elsewhere.
export default defineConfig({
  base: "./",
  plugins: [svelte(), svelteTesting()],
  resolve: {
    alias: {
      $host: folder("host"),
      $format: folder("format"),
      $parts: folder("parts"),
      $state: folder("state"),
      $screens: folder("screens"),
      $shell: folder("shell"),
    },
  },
  server: { port: 1420, strictPort: true },
  build: { target: "es2022", cssTarget: "safari16.4", chunkSizeWarningLimit: 1200 },
  // Patient, because two cores may be doing much else.
  test: { environment: "jsdom", testTimeout: 30_000, setupFiles: ["./src/test-setup.ts"], include: ["src/**/*.test.ts"] },
});
