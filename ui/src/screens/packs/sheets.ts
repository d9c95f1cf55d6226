// A page of a pack as the core draws it, made fit to stand in the window.

/** A picture of a page, and which way its paper lies. */
export interface Sheet {
  svg: SVGSVGElement;
  across: boolean;
}

const DRAWN = new Set(["svg", "defs", "pattern", "g", "path", "rect", "circle", "text", "tspan"]);

/** Reads a page; null where it is no picture. Only what the press draws with is taken over. */
export function readSheet(source: string): Sheet | null {
  const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (root.localName !== "svg" || root.querySelector("parsererror")) return null;
  for (const part of [...root.querySelectorAll("*")]) if (!DRAWN.has(part.localName)) part.remove();
  const [, , width = 0, height = 0] = (root.getAttribute("viewBox") ?? "").split(/\s+/).map(Number);
  return { svg: document.importNode(root, true) as unknown as SVGSVGElement, across: width > height };
}
