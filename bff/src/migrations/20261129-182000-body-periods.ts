import { type Migration, day, id, instant, int, nullable, ref, text, word } from '../platform/db';

/** How long a body keeps what, where it has rules of its own. */
export const bodyPeriods: Migration = {
  name: '20261129-182000-body-periods',
  up: (schema) =>
    schema.table(
      'body_period',
      {
        id: id(),
        bodyId: ref(),
        kind: word(),
        months: nullable(int()),
        words: nullable(text(200)),
        fromDay: day(),
        createdAt: instant(),
      },
      {
        unique: { uq_body_period: ['bodyId', 'kind', 'fromDay'] },
        foreign: { fk_body_period_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
      },
    ),
};
