import { type Row, blob, id, instant, int, nullable, record, ref, text, word } from '../db';

/** A stored file; the bytes lie on disk under its id, sealed with a data key that only this row holds (wrapped). */
export const fileRecord = record(
  'file',
  {
    id: id(),
    /** What it is for, such as `photo` or `seal`; the feature that owns the purpose decides who may see it. */
    purpose: word<string>(40),
    ownerAccountId: nullable(ref()),
    type: text(80),
    bytes: int(),
    sha256: text(64),
    /** Ours: the purpose with an ending mostly, never what the sender called it. */
    name: text(200),
    dataKey: blob(),
    storedAt: instant(),
  },
  { index: { ix_file_owner: ['ownerAccountId', 'purpose'], ix_file_sha256: ['sha256'] } },
);

export type StoredFile = Row<typeof fileRecord>;
