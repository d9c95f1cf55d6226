// Shapes that several parts share.
import type { LucideProps } from "@lucide/svelte";
import type { Component, Snippet } from "svelte";

/** An icon from `@lucide/svelte/icons/*`. */
export type Icon = Component<LucideProps>;

/** What every labelled field takes. */
export interface FieldProps {
  label: string;
  /** One line of help under the label. */
  hint?: string;
  /** What is wrong, in a sentence. */
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** Keeps the label for the ear alone, where the place says it already. */
  hideLabel?: boolean;
}

/** What a field gives its control to spread: `<input {...control}>`. */
export interface Control {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
  "aria-required": "true" | undefined;
  disabled: boolean;
}

/** A question before something is left behind. */
export interface LeaveWords {
  title: string;
  lead: string;
  words: string;
  /** The button that leaves. */
  leave: string;
}

/** What a dialog and a side panel take. */
export interface PanelProps {
  open?: boolean;
  title: string;
  /** One sentence under the title. */
  lead?: string;
  wide?: boolean;
  /** True while it holds something typed that closing would lose: Escape, the cross and a press beside it then ask first. */
  unsaved?: boolean;
  /** What is asked then, where it is not about saving. */
  leaving?: LeaveWords;
  onclose?: () => void;
  children: Snippet;
  /** Its buttons, the main one last. */
  foot?: Snippet;
}

export interface Option {
  value: string;
  label: string;
  detail?: string;
  disabled?: boolean;
}

export interface MenuItem {
  label: string;
  run: () => void;
  icon?: Icon;
  keys?: string;
  /** Cannot be taken back: shown in red, after a rule. */
  danger?: boolean;
  disabled?: boolean;
}

export interface Column<Row> {
  key: string;
  label: string;
  /** What the cell says; also what a screen reader reads. */
  text?: (row: Row) => string;
  /** What the cell shows, when words are not enough. */
  cell?: Snippet<[Row]>;
  /** The heading is for the ear alone, as over buttons. */
  hideLabel?: boolean;
  /** A CSS length such as `12rem`; columns without one share what is left. */
  width?: string;
  /** Figures stand at the end of their column. */
  figure?: boolean;
  sortable?: boolean;
}

export interface Sort {
  key: string;
  direction: "ascending" | "descending";
}

export type Tone = "plain" | "act" | "look" | "law";
