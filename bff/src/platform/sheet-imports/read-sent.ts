import { photoFaultSentence, photoProblemSentence } from '@jikaotong/shared/words';
import type * as z from 'zod/mini';
import type { StoredFile } from '../files';
import { type Actor, type Context, refuse } from '../http';
import type { BatchPhoto } from '../photo-batches';
import { type SheetRead, readPackage, readSheet } from '../sheets';
import type { KeptPicture, SheetKind } from './sheet-kind';

const MAX_PICTURE_BYTES = 10_000_000;

type Outside = Pick<Context, 'ports'> & { readonly actor: Actor };
type Wanted<K extends string> = Parameters<typeof readSheet<K>>[1];

/** A sheet, read, with the pictures that came beside it; null where something is wrong in the sheet. */
export type Sent<K extends string> = {
  readonly sheet: Buffer;
  readonly read: SheetRead<K>;
  readonly pictures: readonly KeptPicture[] | null;
  /** To be kept with it. */
  readonly files: readonly StoredFile[];
};

/** What was sent: its sheet, read, and of a package the pictures, each stored; null where something is wrong in the sheet. */
export async function readSent<S, P extends z.ZodMiniType, K extends string>(
  { actor, ports }: Outside,
  { kind, subject, wanted }: { readonly kind: SheetKind<S, P, K>; readonly subject: S; readonly wanted: Wanted<K> },
  bytes: Buffer,
): Promise<Sent<K>> {
  if (!kind.picture) {
    const read = await readSheet(bytes, wanted);
    return read.ok
      ? { sheet: bytes, read: read.value, pictures: null, files: [] }
      : refuse('file-refused', { reason: read.error });
  }
  const opened = await readPackage(bytes, wanted);
  if (!opened.ok) return refuse('file-refused', { reason: opened.error });
  const { sheet, read } = opened.value;
  if (read.problems.length > 0) return { sheet, read, pictures: null, files: [] };
  const pictures: KeptPicture[] = [];
  const files: StoredFile[] = [];
  for (const { name, bytes: picture } of opened.value.pictures) {
    const measured = await kind.picture(subject, Buffer.from(picture));
    const stored =
      measured.faults.length === 0
        ? await ports.files.write(Buffer.from(picture), {
            purpose: 'photo',
            ownerAccountId: actor.accountId,
            accept: ['image/jpeg', 'image/png'],
            maxBytes: MAX_PICTURE_BYTES,
          })
        : null;
    if (stored?.ok) files.push(stored.value);
    pictures.push({ name, fileId: stored?.ok ? stored.value.id : null, ...measured });
  }
  return { sheet, read, pictures, files };
}

/** The sheet of a package whose pictures have come before, one by one. */
export async function readList<K extends string>(
  bytes: Buffer,
  wanted: Wanted<K>,
  photos: readonly BatchPhoto[],
): Promise<Sent<K>> {
  const opened = await readSheet(bytes, wanted);
  if (!opened.ok) return refuse('file-refused', { reason: opened.error });
  const read = opened.value;
  const pictures: readonly KeptPicture[] = photos.map(({ name, fileId, facts, faults, leftFor }) => ({
    name,
    fileId,
    facts: facts ?? UNREAD,
    faults: [
      ...faults.map(({ code, data }) => photoFaultSentence(code, data)),
      ...(leftFor === null ? [] : [photoProblemSentence(leftFor)]),
    ],
  }));
  return { sheet: bytes, read, pictures: read.problems.length > 0 ? null : pictures, files: [] };
}

const UNREAD = { bytes: 0, format: null, damaged: true, widthPx: null, heightPx: null, border: null } as const;
