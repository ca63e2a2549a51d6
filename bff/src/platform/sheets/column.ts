export type Column<K extends string> = {
  key: K;
  /** Printed in the header row and looked for when the sheet comes back, white space aside. */
  header: string;
  /** What it is headed in files of another program. */
  also?: readonly string[];
  /** `text` keeps leading zeros; `number` reads full-width digits too; `day` gives `YYYY-MM-DD`. */
  kind: 'text' | 'number' | 'day';
  /** Offered in a dropdown. */
  choices?: readonly string[];
  /** Whether anything but the choices is refused; absent: they are only offered. */
  onlyChoices?: boolean;
  /** An empty cell in a row that has others is a problem. */
  required?: boolean;
  /** A sheet without it is read as if its cells were empty. */
  optional?: boolean;
  /** Only held against what is known, never taken over: it may be hidden in the sheet. */
  checkOnly?: boolean;
  /** In characters; absent: 16. */
  width?: number;
};

export type SheetProblemCode =
  | 'column-missing'
  | 'column-twice'
  | 'column-unknown'
  | 'column-hidden'
  | 'tab-twice'
  | 'row-hidden'
  | 'quote-open'
  | 'value-missing'
  | 'not-a-choice'
  | 'not-a-day'
  | 'digits-lost'
  | 'cell-error'
  | 'formula-unsaved'
  | 'merged-cell'
  | 'shown-otherwise';

/** A sheet with so many problems is wrong as a whole: nobody reads on, and nobody waits for the rest. */
export const MOST_PROBLEMS = 500;

/** What is wrong with a sheet and not with a row of it. */
export const OF_WHOLE_SHEET: ReadonlySet<string> = new Set<SheetProblemCode>([
  'column-missing',
  'column-twice',
  'column-unknown',
  'column-hidden',
  'tab-twice',
  'quote-open',
]);

/** What is wrong where: the row as Excel counts, the column's header, and what stands there. */
export type SheetProblem<C extends string = SheetProblemCode> = {
  row: number;
  column: string | null;
  code: C;
  value: string | null;
};

export type SheetRow<K extends string> = { row: number; values: Record<K, string> };

/** What a file cannot be opened for; words/sheets says what to do about each. */
export type SheetRefusal =
  | 'not-a-workbook'
  | 'old-format'
  | 'other-format'
  | 'web-page'
  | 'archive'
  | 'not-an-archive'
  | 'no-pictures'
  | 'pictures-too-large'
  | 'archive-encrypted'
  | 'no-sheet'
  | 'sheets-twice'
  | 'too-many-files'
  | 'encrypted'
  | 'too-large'
  | 'too-many-entries'
  | 'too-many-rows'
  | 'too-heavy'
  | 'busy';

export type SheetRead<K extends string> = {
  rows: SheetRow<K>[];
  problems: SheetProblem[];
  /** Where each header stands, such as `D`. */
  letters: Readonly<Record<string, string>>;
  /** Headers of columns that were not read. */
  ignored: string[];
};
