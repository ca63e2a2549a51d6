import { JudgedCells, type JudgedRowsProps } from './judged-cells';

/** Rows of a sheet with their verdicts: one below the other on a phone, a table at a desk. */
export const JudgedRows = (props: JudgedRowsProps) => <JudgedCells {...props} />;
