import { type Migration, id, instant, int, ref, text, word } from '../platform/db';

/** What the columns of a body's computer tests hold. */
export const scoreColumns: Migration = {
  name: '20261130-035500-score-columns',
  up: (schema) =>
    schema.table(
      'score_column',
      {
        id: id(),
        bodyId: ref(),
        header: text(60),
        position: int(),
        means: word(),
        changedBy: ref(),
        changedAt: instant(),
      },
      {
        unique: { uq_score_column: ['bodyId', 'header'] },
        foreign: { fk_score_column_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
      },
    ),
};
