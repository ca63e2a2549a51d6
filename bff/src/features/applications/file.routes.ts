import { type FileView, files as contract } from '@jikaotong/shared/contract';
import { LINK_MS, type StoredFile, findFile, recordFile } from '../../platform/files';
import { type Ports, bodiesOf, query, refuse, upload } from '../../platform/http';
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
    const spec = { purpose, ownerAccountId: outside.actor.accountId, name: file.name, maxBytes: MAX_BYTES };
    const written = await outside.ports.files.write(file.bytes, { ...spec, accept: ACCEPT[purpose] });
    if (written.ok) return written.value;
    if (written.error === 'damaged') return refuse('file-refused', { reason: 'damaged' });
    return refuse(written.error, written.error === 'too-large' ? { maxBytes: MAX_BYTES } : { accept: ACCEPT[purpose] });
  },
  handle: async (ctx, file) => {
    await recordFile(ctx.h, file);
    return presentFile(ctx.ports, file, ctx.input.query.purpose);
  },
});

/** One's own, or attached to an application handed in to a body whose papers one handles; else it does not exist. */
const link = query(contract.linkFile, async (ctx) => {
  const file = await findFile(ctx.h, ctx.input.params.id);
  const isOwn = file?.ownerAccountId === ctx.actor.accountId;
  const bodyIds = bodiesOf(ctx.actor, ['reviewer', 'finance', 'administrator']);
  if (!file || !(isOwn || (await isAttachedFor(ctx.h, bodyIds, file.id)))) return refuse('not-found');
  if (!isOwn) ctx.audit('file-looked-at', { fileId: file.id }, { purpose: file.purpose });
  return { url: ctx.ports.files.link(file.id), expiresAt: ctx.now.wallMs + LINK_MS };
});

export const routes = [uploadOne, link];

const presentFile = (ports: Ports, file: StoredFile, purpose: FileView['purpose']): FileView => ({
  id: file.id,
  purpose,
  type: file.type,
  bytes: file.bytes,
  url: ports.files.link(file.id),
});
