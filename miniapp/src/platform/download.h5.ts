import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { FileKind } from './download';
import { envelopeOf } from './http';
import { OFFLINE, type Reply, refusalOf } from './reply';
import { type CallArgs, urlOf } from './send';
import { accessToken } from './signed-in';

/** Fetches a file and hands it to the browser under its name. */
export async function openFile<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  { name, kind }: { name: string; kind: FileKind },
): Promise<Reply<null>> {
  const token = await accessToken();
  try {
    const answer = await fetch(urlOf(endpoint, args), { headers: token ? { Authorization: `Bearer ${token}` } : {} });
    if (!answer.ok) return refusalOf(envelopeOf(await answer.text()));
    const address = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return { ok: true, data: null };
  } catch {
    return OFFLINE;
  }
}

/** A browser's downloads are where its pictures lie. */
export async function savePicture<E extends EndpointSpec>(
  endpoint: E,
  args: CallArgs<E>,
  name: string,
): Promise<Reply<boolean>> {
  const reply = await openFile(endpoint, args, { name, kind: 'png' });
  return reply.ok ? { ok: true, data: true } : reply;
}
