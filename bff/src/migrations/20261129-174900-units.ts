import {
  type Migration,
  bool,
  encrypted,
  id,
  instant,
  int,
  nullable,
  ref,
  sealedJson,
  text,
  word,
} from '../platform/db';

/** Units, who acts for them, and what happened to them. */
export const units: Migration = {
  name: '20261129-174900-units',
  up: async (schema) => {
    await schema.table(
      'unit',
      {
        id: id(),
        bodyId: ref(),
        name: text(80),
        kind: word(),
        code: nullable(text(18)),
        codeKey: nullable(text(60)),
        address: encrypted(),
        contactName: encrypted(),
        contactPhone: encrypted(),
        contactPhoneIndex: text(64),
        proofFileId: ref(),
        state: word(),
        version: int(),
        registeredAt: instant(),
      },
      {
        unique: { uq_unit_code: ['codeKey'] },
        index: {
          ix_unit_registered: ['bodyId', 'registeredAt', 'id'],
          ix_unit_name: ['bodyId', 'name', 'id'],
          ix_unit_code: ['bodyId', 'code'],
        },
      },
    );
    await schema.table(
      'unit_agent',
      {
        id: id(),
        unitId: ref(),
        accountId: ref(),
        liveKey: nullable(text(80)),
        since: instant(),
        endedAt: nullable(instant()),
      },
      {
        unique: { uq_unit_agent: ['liveKey'] },
        index: { ix_unit_agent_account: ['accountId'], ix_unit_agent_unit: ['unitId'] },
        foreign: { fk_unit_agent: { column: 'unitId', references: 'unit', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'unit_invitation',
      {
        id: id(),
        unitId: ref(),
        tokenHash: nullable(text(64)),
        phoneIndex: text(64),
        phoneMasked: text(16),
        handsOver: bool(),
        byAccountId: ref(),
        at: instant(),
        expiresAt: instant(),
      },
      {
        unique: { uq_unit_invitation: ['tokenHash'] },
        index: { ix_unit_invitation_unit: ['unitId'] },
        foreign: { fk_unit_invitation: { column: 'unitId', references: 'unit', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'unit_event',
      {
        id: id(),
        unitId: ref(),
        code: word(),
        byAccountId: nullable(ref()),
        at: instant(),
        words: nullable(sealedJson()),
      },
      {
        index: { ix_unit_event: ['unitId', 'id'] },
        foreign: { fk_unit_event: { column: 'unitId', references: 'unit', onDelete: 'CASCADE' } },
      },
    );
  },
};
