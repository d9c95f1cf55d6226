// Which rows of a long list are worth drawing. Rows are of one height, so this is arithmetic and needs no measuring.

export interface Span {
  /** First row drawn. */
  from: number;
  /** One past the last row drawn. */
  to: number;
}

const SPARE = 8;

/** The rows in view and a few on either side, for rows of `rowHeight` pixels in a box `height` pixels tall scrolled by `top`. */
export function inView(count: number, rowHeight: number, top: number, height: number): Span {
  if (!(rowHeight > 0)) return { from: 0, to: count };
  const from = Math.max(0, Math.floor(top / rowHeight) - SPARE);
  const to = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE);
  return { from: Math.min(from, to), to };
}

/** How far to scroll so that a row is whole in view, below `head` pixels of heading; the same number when it already is. */
export function scrollFor(row: number, rowHeight: number, top: number, height: number, head: number): number {
  const start = row * rowHeight;
  if (start < top) return start;
  const room = Math.max(0, height - head - rowHeight);
  return start > top + room ? start - room : top;
}
