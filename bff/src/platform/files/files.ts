import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileTypeFromBuffer } from 'file-type';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import type { Clock } from '../clock';
import { type Access, type Crypto, sha256 } from '../crypto';
import { newId, refuseInsideTx } from '../db';
import type { StoredFile } from './file.record';
import { type FileFault, fileFault } from './file-fault';
import { copyForOthers, smallCopy } from './image';

export type FileSpec = {
  readonly purpose: string;
  readonly ownerAccountId: string | null;
  /** Our own name for it, where the purpose is not enough; never what a sender called it. */
  readonly savedAs?: string;
  /** Media types allowed, told by content: `image/jpeg`, `application/pdf` … */
  readonly accept: readonly string[];
  readonly maxBytes: number;
};

export type FileRefusal = 'too-large' | 'unsupported-type' | 'heic' | FileFault;

export type Files = {
  /** Checks, seals and writes the bytes as they came; hand the row to `recordFile` in the transaction that needs it. */
  write(bytes: Buffer, spec: FileSpec): Promise<Result<StoredFile, FileRefusal>>;
  /** The bytes of a file; throws when they are missing or were changed. */
  read(file: Pick<StoredFile, 'id' | 'dataKey' | 'sha256'>): Promise<Buffer>;
  /** The bytes as others may have them: pictures drawn anew, without EXIF and whatever else came with them. */
  readCopy(file: Pick<StoredFile, 'id' | 'dataKey' | 'sha256' | 'type'>): Promise<Buffer>;
  /** A picture as a JPEG of at most so many pixels in height, for prints that show hundreds. */
  readSmall(file: Pick<StoredFile, 'id' | 'dataKey' | 'sha256'>, height: number): Promise<Buffer>;
  /** Deletes the bytes; delete the row first. */
  remove(fileId: string): Promise<void>;
  /**
   * A path below the public address that shows the file for five minutes of the wall clock, and no longer than the sign-in
   * stands that it was made for; null: for none.
   */
  link(fileId: string, holder?: Access | null): string;
  /** What a link says, or null when it is not ours or over. Whether its sign-in stands is for who serves it to ask. */
  openLink(token: string): { readonly fileId: string; readonly holder: Access | null } | null;
};

/** How long a link shows its file, by the wall clock. */
export const LINK_MS = 5 * 60_000;
const NONCE = 12;
const TAG = 16;

/** Files below one folder. */
export function filesIn(folder: string, crypto: Crypto, clock: Clock): Files {
  const pathOf = (fileId: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(fileId)) throw new Error('not a file id');
    // the tail of a UUIDv7 is random: it spreads the folders evenly
    return path.join(folder, fileId.slice(-2), fileId);
  };
  const sign = (text: string): string => crypto.blindIndex('file-link', text).slice(0, 32);
  const read: Files['read'] = async (file) => {
    refuseInsideTx('a file');
    const plain = unsealWith(crypto.unsealBytes(file.dataKey, `file:${file.id}`), await readFile(pathOf(file.id)));
    if (sha256(plain) !== file.sha256) throw new Error(`file ${file.id} is not what was stored`);
    return plain;
  };

  return {
    write: async (bytes, spec) => {
      refuseInsideTx('a file');
      if (bytes.length > spec.maxBytes) return failed('too-large');
      const type = await typeOf(bytes);
      if (!spec.accept.includes(type)) return failed(isHeic(type, spec) ? 'heic' : 'unsupported-type');
      const fault = await fileFault(bytes, type);
      if (fault !== null) return failed(fault);
      const id = newId();
      const dataKey = randomBytes(32);
      await writeWhole(pathOf(id), sealWith(dataKey, bytes));
      return ok({
        id,
        purpose: spec.purpose,
        ownerAccountId: spec.ownerAccountId,
        type,
        bytes: bytes.length,
        sha256: sha256(bytes),
        name: spec.savedAs ?? `${spec.purpose}.${ENDINGS[type] ?? 'bin'}`,
        dataKey: crypto.sealBytes(dataKey, `file:${id}`),
        storedAt: clock.wallNow(),
      });
    },
    read,
    readCopy: async (file) => copyForOthers(await read(file), file.type),
    readSmall: async (file, height) => smallCopy(await read(file), height),
    remove: async (fileId) => {
      refuseInsideTx('a file');
      await rm(pathOf(fileId), { force: true });
    },
    link: (fileId, holder = null) => {
      const whose = holder === null ? '' : `.${holder.kind}.${holder.accountId}.${holder.session}`;
      const text = `${fileId}.${clock.wallNow() + LINK_MS}${whose}`;
      return `/files/content/${text}.${sign(text)}`;
    },
    openLink: (token) => {
      const [, text = '', fileId = '', until = '', kind, accountId = '', session = '', mark = ''] =
        /^(([0-9a-f-]{36})\.(\d{13,15})(?:\.(candidate|staff)\.([\w-]{1,64})\.([\w-]{1,64}))?)\.([0-9a-f]{32})$/.exec(
          token,
        ) ?? [];
      if (mark === '' || !timingSafeEqual(Buffer.from(mark), Buffer.from(sign(text)))) return null;
      if (Number(until) <= clock.wallNow()) return null;
      const holder = kind === 'candidate' || kind === 'staff' ? ({ accountId, kind, session } as const) : null;
      return { fileId, holder };
    },
  };
}

/** What iPhones take where nobody told them otherwise; we cannot open it, and say what to do. */
const isHeic = (type: string, { accept }: FileSpec): boolean =>
  /^image\/hei[cf]/.test(type) && accept.includes('image/jpeg');

async function typeOf(bytes: Buffer): Promise<string> {
  // the mark of UTF-16, as Excel saves "Unicode text", is how MPEG audio begins as well, which nobody sends us
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'text/plain';
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime ?? 'application/octet-stream';
}

/** All or nothing, also when the power goes: written aside, flushed, then named. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.part`;
  const handle = await open(aside, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(aside, file);
}

function sealWith(key: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

function unsealWith(key: Buffer, box: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG }).setAuthTag(
    box.subarray(NONCE, NONCE + TAG),
  );
  return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
}

/** A file is saved under its purpose: people name scans after themselves and their numbers. */
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
