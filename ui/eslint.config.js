import globals from "globals";
import svelte from "eslint-plugin-svelte";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const tauriStaysInHost = {
  patterns: [{ group: ["@tauri-apps/*"], message: "Only src/host knows Tauri: add a function there." }],
};
const noClock = ["Date", "Intl"].map((name) => ({
  name,
  message: "Dates are ISO text and today comes from the core; formatting belongs in src/format.",
}));
const noLocale = [
  {
    selector: "MemberExpression[property.name=/^toLocale/]",
    message: "Formatting belongs in src/format, so that screen and paper agree.",
  },
];

export default ts.config(
  { ignores: ["dist", "dist-mock", "node_modules"] },
  ...ts.configs.recommended,
  ...svelte.configs["flat/recommended"],
  {
    languageOptions: { globals: { ...globals.browser } },
    rules: {
      "no-alert": "error",
      "no-console": "error",
      eqeqeq: "error",
      "no-restricted-imports": ["error", tauriStaysInHost],
      "no-restricted-globals": ["error", ...noClock],
      "no-restricted-syntax": ["error", ...noLocale],
      "svelte/no-at-html-tags": "error",
      "svelte/require-each-key": "error",
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  { files: ["src/host/**"], rules: { "no-restricted-imports": "off" } },
  { files: ["src/format/**"], rules: { "no-restricted-globals": "off", "no-restricted-syntax": "off" } },
);
