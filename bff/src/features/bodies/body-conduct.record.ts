import type { ConductState } from '@jikaotong/shared/contract';
import type { ConductRule } from '@jikaotong/shared/notice';
import { type Row, day, id, instant, int, json, nullable, record, ref, text, word } from '../../platform/db';

/**
 * A version of what a body does about breaches where its notice prints nothing. It holds for exams from its day on once
 * another person has agreed; `liveKey` keeps one waiting at a time.
 */
export const bodyConductRecord = record(
  'body_conduct',
  {
    id: id(),
    bodyId: ref(),
    version: int(),
    state: word<ConductState>(),
    liveKey: nullable(ref()),
    fromDay: day(),
    adoptedFrom: text(200),
    content: json<ConductRule>(),
    proposedBy: ref(),
    proposedAt: instant(),
    decidedBy: nullable(ref()),
    decidedAt: nullable(instant()),
  },
  {
    unique: { uq_body_conduct_version: ['bodyId', 'version'], uq_body_conduct_live: ['liveKey'] },
    foreign: { fk_body_conduct_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
  },
);
export type BodyConduct = Row<typeof bodyConductRecord>;
