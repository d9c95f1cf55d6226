// Pence as they are written and read: `£12.50`.

/** `£1,250.00`; whole pence. */
export function pounds(pence: number): string {
  const whole = String(Math.trunc(pence / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `£${whole}.${String(pence % 100).padStart(2, "0")}`;
}

/** Reads `12.50`, `£12.5`, `1,250` and `80p`; null when it is no amount. */
export function parsePounds(text: string): number | null {
  const tidy = text.replace(/[\s,]/g, "");
  const pence = /^(\d{1,7})p$/i.exec(tidy);
  if (pence) return Number(pence[1]);
  const found = /^£?(\d{1,6})(?:\.(\d{1,2}))?$/.exec(tidy);
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}
