// Runs axe over what is on the page and leaves what it found in the page, where a headless browser can read it.
import axe from "axe-core";

/** Waits for the page to settle, then lists violations as text in an element with the id `axe`. */
export async function examine(): Promise<void> {
  await new Promise((done) => setTimeout(done, 800));
  const { violations } = await axe.run(document.body, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
  const report = document.createElement("pre");
  report.id = "axe";
  report.textContent = violations
    .map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary ?? ""}`).join("\n")}`)
    .join("\n");
  if (violations.length === 0) report.textContent = "no violations";
  document.body.append(report);
}
