import type { UnitEventCode, UnitField, UnitState } from '@jikaotong/shared/contract';
import type { UnitKind } from '@jikaotong/shared/notice';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  encrypted,
  id,
  instant,
  int,
  nullable,
  record,
  ref,
  sealedJson,
  text,
  word,
} from '../../platform/db';

/**
 * A training body, school or employer as registered with one body. `codeKey` is set while it holds its code there: who
 * registers a code that is held lives without, and is approved only once the other has let go of it.
 */
export const unitRecord = record(
  'unit',
  {
    id: id(),
    bodyId: ref(),
    name: text(80),
    kind: word<UnitKind>(),
    /** 统一社会信用代码; null: has none, which staff judge by the proof. */
    code: nullable(text(18)),
    codeKey: nullable(text(60)),
    address: encrypted(),
    contactName: encrypted(),
    contactPhone: encrypted(),
    contactPhoneIndex: text(64),
    proofFileId: ref(),
    state: word<UnitState>(),
    /** One more with every change; who saw an older one is refused. */
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
export type Unit = Row<typeof unitRecord>;

export const unitWords = wordsIn<'address' | 'contactName' | 'contactPhone'>('unit');

/** An ordinary account that acts for a unit, while `liveKey` is set. */
export const unitAgentRecord = record(
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
export type UnitAgent = Row<typeof unitAgentRecord>;

/** A one-time link for the owner of a number; of the token only its hash is kept. */
export const unitInvitationRecord = record(
  'unit_invitation',
  {
    id: id(),
    unitId: ref(),
    /** Null once it is used or taken back. */
    tokenHash: nullable(text(64)),
    phoneIndex: text(64),
    phoneMasked: text(16),
    handsOver: bool(),
    byAccountId: ref(),
    at: instant(),
    /** By the wall clock. */
    expiresAt: instant(),
  },
  {
    unique: { uq_unit_invitation: ['tokenHash'] },
    index: { ix_unit_invitation_unit: ['unitId'] },
    foreign: { fk_unit_invitation: { column: 'unitId', references: 'unit', onDelete: 'CASCADE' } },
  },
);
export type UnitInvitation = Row<typeof unitInvitationRecord>;

/** Why something was decided, or what is to be mended. */
export type UnitEventWords = {
  readonly reason: string | null;
  readonly remarks: readonly { readonly field: UnitField; readonly text: string }[];
};

/** What happened to a unit, never changed. */
export const unitEventRecord = record(
  'unit_event',
  {
    id: id(),
    unitId: ref(),
    code: word<UnitEventCode>(),
    byAccountId: nullable(ref()),
    at: instant(),
    words: nullable(sealedJson<UnitEventWords>()),
  },
  {
    index: { ix_unit_event: ['unitId', 'id'] },
    foreign: { fk_unit_event: { column: 'unitId', references: 'unit', onDelete: 'CASCADE' } },
  },
);
export type UnitEvent = Row<typeof unitEventRecord>;
