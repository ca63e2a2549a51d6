import { useSyncExternalStore } from 'react';
import { JudgedCells, type JudgedRowsProps } from './judged-cells';
import { JudgedTable } from './judged-table';

/** Rows of a sheet with their verdicts: one below the other on a phone, a table at a desk. */
export function JudgedRows(props: JudgedRowsProps) {
  const isDesk = useSyncExternalStore(subscribe, () => wide.matches);
  return isDesk ? <JudgedTable {...props} /> : <JudgedCells {...props} />;
}

const wide = window.matchMedia('(min-width: 1024px)');
function subscribe(listener: () => void): () => void {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
}
