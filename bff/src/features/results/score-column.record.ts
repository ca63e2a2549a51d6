import type { ScoreColumnMeaning } from '@jikaotong/shared/contract';
import { LONGEST_HEADER } from '../../platform/sheets';
import { type Row, id, instant, int, record, ref, text, word } from '../../platform/db';

/** What a column of the result files of a body's computer tests holds, said once. */
export const scoreColumnRecord = record(
  'score_column',
  {
    id: id(),
    bodyId: ref(),
    header: text(LONGEST_HEADER),
    /** In the order in which they came. */
    position: int(),
    means: word<ScoreColumnMeaning>(),
    changedBy: ref(),
    changedAt: instant(),
  },
  {
    unique: { uq_score_column: ['bodyId', 'header'] },
    foreign: { fk_score_column_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
  },
);
export type ScoreColumn = Row<typeof scoreColumnRecord>;
