import type { PeriodKind } from '@jikaotong/shared/rules/retention';
import { day, id, instant, int, nullable, record, ref, text, word } from '../../platform/db';

/**
 * A period that a body set for itself, from a day on; months null: the usual one again. What holds is never changed, only
 * followed by another; what is announced and holds not yet may be withdrawn.
 */
export const bodyPeriodRecord = record(
  'body_period',
  {
    id: id(),
    bodyId: ref(),
    kind: word<PeriodKind>(),
    months: nullable(int()),
    words: nullable(text(200)),
    fromDay: day(),
    createdAt: instant(),
  },
  {
    published: true,
    unique: { uq_body_period: ['bodyId', 'kind', 'fromDay'] },
    foreign: { fk_body_period_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
  },
);
