import { type Migration, day, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** What a body does about breaches where its notice prints nothing, in versions. */
export const bodyConducts: Migration = {
  name: '20261130-003200-body-conducts',
  up: (schema) =>
    schema.table(
      'body_conduct',
      {
        id: id(),
        bodyId: ref(),
        version: int(),
        state: word(),
        liveKey: nullable(ref()),
        fromDay: day(),
        adoptedFrom: text(200),
        content: json(),
        proposedBy: ref(),
        proposedAt: instant(),
        decidedBy: nullable(ref()),
        decidedAt: nullable(instant()),
      },
      {
        unique: { uq_body_conduct_version: ['bodyId', 'version'], uq_body_conduct_live: ['liveKey'] },
        foreign: { fk_body_conduct_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
      },
    ),
};
