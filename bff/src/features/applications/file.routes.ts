import { type FileView, type Role, files as contract } from '@jikaotong/shared/contract';
import type { Now } from '../../platform/clock';
import type { Handle } from '../../platform/db';
import { LINK_MS, type StoredFile, UNATTACHED_MS, findFile, recordFile, unattachedOf } from '../../platform/files';
import { type Actor, type Ports, bodiesOf, query, refuse, upload } from '../../platform/http';
import { attachedColumns } from '../candidates';
import { isAttachedFor } from '../participants';

const IMAGES = ['image/jpeg', 'image/png'];
const SCANS = [...IMAGES, 'application/pdf'];
const ACCEPT: Readonly<Record<FileView['purpose'], readonly string[]>> = {
  photo: IMAGES,
  signature: IMAGES,
  document: SCANS,
  voucher: SCANS,
};
const MAX_BYTES = 10_000_000;

/** The bytes are stored as they came; what they must look like is judged where they are attached. */
const uploadOne = upload(contract.uploadFile, {
  keep: async (outside, file) => {
    const { purpose } = outside.input.query;
    const spec = { purpose, ownerAccountId: outside.actor.accountId, maxBytes: MAX_BYTES };
    await outside.read((h) => refuseOverQuota(h, outside));
    const written = await outside.ports.files.write(file.bytes, { ...spec, accept: ACCEPT[purpose] });
    if (written.ok) return written.value;
    if (written.error === 'too-large') return refuse('too-large', { maxBytes: MAX_BYTES });
    if (written.error === 'unsupported-type') return refuse('unsupported-type', { accept: ACCEPT[purpose] });
    return refuse('file-refused', { reason: written.error });
  },
  handle: async (ctx, file) => {
    await recordFile(ctx.h, file);
    await refuseOverQuota(ctx.h, ctx);
    return presentFile(ctx.ports, file, ctx.input.query.purpose);
  },
});

/** One's own, or attached to an application handed in to a body whose papers one handles; else it does not exist. */
const link = query(contract.linkFile, async (ctx) => {
  const file = await findFile(ctx.h, ctx.input.params.id);
  const isOwn = file?.ownerAccountId === ctx.actor.accountId;
  const bodyIds = file ? bodiesOf(ctx.actor, mayOpen(file)) : [];
  if (!file || !(isOwn || (await isAttachedFor(ctx.h, bodyIds, file.id)))) return refuse('not-found');
  if (!isOwn) ctx.audit('file-looked-at', { fileId: file.id }, { purpose: file.purpose });
  return { url: ctx.ports.files.link(file.id), expiresAt: ctx.now.wallMs + LINK_MS };
});

export const routes = [uploadOne, link];

/** Finance compares vouchers with the account; papers and photos are for those who judge them. */
const mayOpen = ({ purpose }: Pick<StoredFile, 'purpose'>): readonly Role[] =>
  purpose === 'voucher' ? ['reviewer', 'finance', 'administrator'] : ['reviewer', 'administrator'];

/** What one may store in a day without using it; a clerk scans for many. */
const QUOTA = {
  candidate: { files: 200, bytes: 100_000_000 },
  staff: { files: 2_000, bytes: 1_000_000_000 },
} as const satisfies Record<Actor['kind'], { files: number; bytes: number }>;

async function refuseOverQuota(h: Handle, { actor, now }: { actor: Actor; now: Now }): Promise<void> {
  const sinceMs = now.wallMs - UNATTACHED_MS;
  const unused = await unattachedOf(h, attachedColumns, { accountId: actor.accountId, sinceMs });
  const most = QUOTA[actor.kind];
  if (unused.files > most.files || unused.bytes > most.bytes) refuse('upload-quota');
}

const presentFile = (ports: Ports, file: StoredFile, purpose: FileView['purpose']): FileView => ({
  id: file.id,
  purpose,
  type: file.type,
  bytes: file.bytes,
  url: ports.files.link(file.id),
});
