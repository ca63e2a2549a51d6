export type Column<K extends string> = {
  key: K;
  /** Printed in the header row and looked for when the sheet comes back, white space aside. */
  header: string;
  /** `text` keeps leading zeros; `number` reads full-width digits too; `day` gives `YYYY-MM-DD`. */
  kind: 'text' | 'number' | 'day';
  /** Offered in a dropdown. */
  choices?: readonly string[];
  /** Whether anything but the choices is refused; absent: they are only offered. */
  onlyChoices?: boolean;
  /** An empty cell in a row that has others is a problem. */
  required?: boolean;
  /** In characters; absent: 16. */
  width?: number;
};

export type SheetProblemCode =
  'column-missing' | 'column-twice' | 'value-missing' | 'not-a-choice' | 'not-a-day' | 'digits-lost' | 'cell-error';

/** What is wrong where: the row as Excel counts, the column's header, and what stands there. */
export type SheetProblem<C extends string = SheetProblemCode> = {
  row: number;
  column: string | null;
  code: C;
  value: string | null;
};
