import type { BREACH_SEVERITIES, BreachSource, BreachState } from '@jikaotong/shared/contract';
import type { Clause } from '@jikaotong/shared/kernel';
import type { SubjectCode } from '@jikaotong/shared/notice';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  day,
  id,
  instant,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';

export type Severity = (typeof BREACH_SEVERITIES)[number];

/** A breach of conduct and what became of it; `state` guards every step. */
export const breachRecord = record(
  'breach',
  {
    id: id(),
    bodyId: ref(),
    personId: nullable(ref()),
    candidateId: ref(),
    participantId: ref(),
    sessionId: ref(),
    /** One breach a cause: `door:<act>`, `sheet:<participant>:<subject>`; null: at a desk, or closed with its cause. */
    causeKey: nullable(text(120)),
    source: word<BreachSource>(),
    /** The version of the body's own list that it is dealt with by; null: the notice prints one, or there is none yet. */
    conductId: nullable(ref()),
    /** The code of the printed item; null: nobody has named it yet. */
    item: nullable(text(64)),
    subject: nullable(word<SubjectCode>()),
    state: word<BreachState>(),
    facts: sealedText(500),
    witness: nullable(sealedText(100)),
    openedBy: ref(),
    openedAt: instant(),
    notifiedOn: nullable(day()),
    statementUntil: nullable(day()),
    statement: nullable(sealedText(500)),
    drops: bool(),
    severity: nullable(word<Severity>()),
    reason: nullable(sealedText(200)),
    proposedBy: nullable(ref()),
    decidedBy: nullable(ref()),
    decidedOn: nullable(day()),
    banUntil: nullable(day()),
    appealUntil: nullable(day()),
    appeal: nullable(sealedText(500)),
    appealReason: nullable(sealedText(200)),
    appealBy: nullable(ref()),
  },
  {
    unique: { uq_breach_cause: ['causeKey'] },
    index: {
      ix_breach_body: ['bodyId', 'openedAt', 'id'],
      ix_breach_candidate: ['candidateId', 'id'],
      ix_breach_person: ['personId'],
    },
    foreign: { fk_breach_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
  },
);
export type Breach = Row<typeof breachRecord>;

/** What happened, who saw it, what the person said, and why it was decided so. */
export const breachWords = wordsIn<'facts' | 'witness' | 'statement' | 'reason' | 'appeal' | 'appealReason'>('breach');

/** Days on which a person may not be assessed by a body; `liveKey` its breach while it stands, null once it was lifted. */
export const banRecord = record(
  'ban',
  {
    id: id(),
    bodyId: ref(),
    personId: ref(),
    breachId: nullable(ref()),
    liveKey: nullable(text(60)),
    fromDay: day(),
    untilDay: day(),
    /** The clause that prints it. */
    source: json<Clause>(),
    reason: nullable(sealedText(200)),
    createdAt: instant(),
    liftedAt: nullable(instant()),
    liftedBy: nullable(ref()),
    /** Who says that it shall end, while another has not agreed. */
    liftProposedBy: nullable(ref()),
    liftProposedAt: nullable(instant()),
  },
  {
    unique: { uq_ban_live: ['liveKey'] },
    index: { ix_ban_person: ['personId', 'bodyId', 'untilDay'], ix_ban_body: ['bodyId', 'untilDay', 'id'] },
  },
);
export type StoredBan = Row<typeof banRecord>;

/** Why it was lifted. */
export const banWords = wordsIn<'reason'>('ban');
