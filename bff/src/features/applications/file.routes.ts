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
  keep: async (o, file) => {
    const { purpose } = o.input.query;
    const spec = { purpose, ownerAccountId: o.actor.accountId, name: file.name, maxBytes: MAX_BYTES };
    const written = await o.ports.files.write(file.bytes, { ...spec, accept: ACCEPT[purpose] });
    if (written.ok) return written.value;
    if (written.error === 'damaged') return refuse('file-refused', { reason: 'damaged' });
    return refuse(written.error, written.error === 'too-large' ? { maxBytes: MAX_BYTES } : { accept: ACCEPT[purpose] });
  },
  handle: async (c, file) => {
    await recordFile(c.h, file);
    return presentFile(c.ports, file, c.input.query.purpose);
  },
});

/** One's own, or attached to an application handed in to a body whose papers one handles; else it does not exist. */
const link = query(contract.linkFile, async (c) => {
  const file = await findFile(c.h, c.input.params.id);
  const isOwn = file?.ownerAccountId === c.actor.accountId;
  const bodyIds = bodiesOf(c.actor, ['reviewer', 'finance', 'administrator']);
  if (!file || !(isOwn || (await isAttachedFor(c.h, bodyIds, file.id)))) return refuse('not-found');
  if (!isOwn) c.audit('file-looked-at', { fileId: file.id }, { purpose: file.purpose });
  return { url: c.ports.files.link(file.id), expiresAt: c.now.wallMs + LINK_MS };
});

export const routes = [uploadOne, link];

const presentFile = (ports: Ports, file: StoredFile, purpose: FileView['purpose']): FileView => ({
  id: file.id,
  purpose,
  type: file.type,
  bytes: file.bytes,
  url: ports.files.link(file.id),
});
