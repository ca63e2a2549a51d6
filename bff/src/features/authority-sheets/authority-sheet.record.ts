import type { AuthoritySheetKind, AuthoritySource, ExtraAnswers, PhotoName } from '@jikaotong/shared/contract';
import { type Row, id, instant, int, json, nullable, record, ref, sealedJson, text, word } from '../../platform/db';
import type { SheetLayout } from '../../platform/sheets';

/** The layout of a sheet that an authority wants, and where each of its columns comes from. */
export const authoritySheetRecord = record(
  'authority_sheet',
  {
    id: id(),
    bodyId: ref(),
    kind: word<AuthoritySheetKind>(24),
    name: text(60),
    layout: json<SheetLayout>(),
    sources: json<readonly AuthoritySource[]>(),
    photoName: nullable(word<PhotoName>(24)),
    version: int(),
    changedAt: instant(),
    changedBy: ref(),
  },
  { index: { ix_authority_sheet_body: ['bodyId', 'id'] } },
);
export type AuthoritySheet = Row<typeof authoritySheetRecord>;

/** What a candidate told beside the application, with a consent of its own; under the candidate's id. */
export const extraFactsRecord = record(
  'extra_facts',
  {
    /** The candidate's. */
    id: id(),
    answers: sealedJson<ExtraAnswers>(),
    consentedAt: instant(),
  },
  { foreign: { fk_extra_facts_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } } },
);
export type ExtraFactsRow = Row<typeof extraFactsRecord>;
