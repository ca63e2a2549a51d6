import { type Migration, day, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** The people of a unit in a competition. */
export const contestGroups: Migration = {
  name: '20261129-210300-contest-groups',
  up: (schema) =>
    schema.table(
      'contest_group',
      {
        id: id(),
        unitId: ref(),
        bodyId: ref(),
        noticeId: text(64),
        groupKey: text(120),
        version: int(),
        title: nullable(text(80)),
        ticks: json(),
        state: word(),
        reference: nullable(text(60)),
        registeredOn: nullable(day()),
        createdAt: instant(),
      },
      {
        unique: { uq_contest_group: ['groupKey'] },
        index: { ix_contest_group_notice: ['noticeId'], ix_contest_group_unit: ['unitId'] },
        foreign: { fk_contest_group_unit: { column: 'unitId', references: 'unit', onDelete: 'RESTRICT' } },
      },
    ),
};
