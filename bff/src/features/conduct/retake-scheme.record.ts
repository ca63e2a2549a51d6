import type { SchemeRow } from '@jikaotong/shared/rules/results';
import { type Row, day, id, instant, int, json, record, ref, text } from '../../platform/db';

/** A version of what holds of an offering's retakes for exams from a day on (补考方案); never edited. */
export const retakeSchemeRecord = record(
  'retake_scheme',
  {
    id: id(),
    bodyId: ref(),
    /** What the offering is called in every notice of the body. */
    offeringName: text(300),
    version: int(),
    fromDay: day(),
    rows: json<readonly SchemeRow[]>(),
    setBy: ref(),
    setAt: instant(),
  },
  {
    unique: { uq_retake_scheme_version: ['bodyId', 'offeringName', 'version'] },
    foreign: { fk_retake_scheme_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
  },
);
export type RetakeSchemeRow = Row<typeof retakeSchemeRecord>;
