import { endpoint } from './endpoint';
import { Bytes, IdParams } from './fields';
import { sheetEndpoints } from './sheet-imports';

const MARKERS = ['score-officer', 'administrator'] as const;

/** A sheet with everybody on the roster of a stage, to be filled in with marks. */
export const downloadMarksTemplate = endpoint({
  name: 'downloadMarksTemplate',
  method: 'GET',
  path: '/staff/stages/:id/marks-template.xlsx',
  who: MARKERS,
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['wrong-state'],
});

/** Marks of theory and skill by a sheet; none once ranks are published. */
export const marksSheet = sheetEndpoints({
  name: 'StageMarks',
  path: '/staff/stages/:id/marks',
  who: MARKERS,
  always: ['wrong-state'],
});
