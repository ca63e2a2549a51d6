import { Day, type ImportedKind, SubjectName } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import {
  type Row,
  day,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedJson,
  text,
  word,
} from '../../platform/db';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Presented } from '../persons';

/** An offering as it was called. */
const Offering = z.object({
  occupation: z.string(),
  workType: z.nullable(z.string()),
  level: z.nullable(z.int()),
});
export type ImportedOffering = z.output<typeof Offering>;

/** Who may not be assessed; `basis`: the decision's own number. */
export const BanContent = z.object({ kind: z.literal('ban'), from: Day, until: Day, basis: z.string() });
/** One sitting with what was passed; `until` as it was told then, null: by the notice's rule. */
export const PassContent = z.object({
  kind: z.literal('pass'),
  offering: Offering,
  subjects: z.array(SubjectName),
  examEnd: Day,
  publishedOn: Day,
  until: z.nullable(Day),
  chancesUsed: z.int(),
});
export const CertificateContent = z.object({
  kind: z.literal('certificate'),
  offering: Offering,
  number: z.string(),
  issuedOn: Day,
  voidedOn: z.nullable(Day),
});
/** What a record says; nothing of it names the person. */
export const ImportedContent = z.discriminatedUnion('kind', [BanContent, PassContent, CertificateContent]);
export type ImportedContent = z.output<typeof ImportedContent>;

/** What changes beside the content, named for whoever shall confirm it. */
export type Beside = 'name' | 'document' | 'source' | 'proof';

/** Who brought it in of whom, from where, and by what the person proves it: what waits for another person to confirm. */
export type Proposed = {
  readonly person: Presented;
  readonly source: string;
  readonly importedOn: LocalDate;
  readonly importedAt: number;
  readonly importedBy: string;
  readonly ticketIndex: string | null;
  readonly phoneIndex: string | null;
};

/**
 * A ban, a pass or a certificate of before, apart from ours, with where it is from and when. Nothing follows of it until
 * somebody else than whoever brought it in has confirmed it; `recordKey` keeps it single however often it is sent.
 */
export const importedRecord = record(
  'imported_record',
  {
    id: id(),
    bodyId: ref(),
    /** Of the register; null until another person has confirmed it. */
    personId: nullable(ref()),
    kind: word<ImportedKind>(),
    recordKey: text(240),
    /** One more with every change. */
    turn: int(),
    /** As the paper prints it. */
    name: text(60),
    /** Of a certificate. */
    number: nullable(text(30)),
    content: json<ImportedContent>(),
    /** What it says otherwise since it was sent again, until that is confirmed; a new one has none. */
    pending: nullable(json<ImportedContent & { readonly beside: readonly Beside[] }>()),
    pendingBy: nullable(ref()),
    pendingName: nullable(text(60)),
    pendingSource: nullable(text(120)),
    /** All of what waits beside the content. */
    proposed: nullable(sealedJson<Proposed>()),
    /** Null: nobody has confirmed it, and it does not hold. */
    confirmedAt: nullable(instant()),
    confirmedBy: nullable(ref()),
    source: text(120),
    importedOn: day(),
    importedAt: instant(),
    importedBy: ref(),
    /** By which whoever passed proves to be that person: the ticket's number of then, the phone. */
    ticketIndex: nullable(text(64)),
    phoneIndex: nullable(text(64)),
    claimedBy: nullable(ref()),
  },
  {
    unique: { uq_imported_record: ['recordKey'] },
    index: {
      ix_imported_body: ['bodyId', 'importedOn', 'id'],
      ix_imported_person: ['personId', 'bodyId'],
      ix_imported_number: ['number'],
      ix_imported_claimed: ['claimedBy'],
    },
  },
);
export type StoredImported = Row<typeof importedRecord>;
