import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { useState } from 'react';
import { type LocalFile, type Refusal, type Reply, reloadScreens, upload } from '../../platform';

/** Sends a file to an upload endpoint; afterwards whatever the screens show is fetched anew. */
export function useUpload<E extends EndpointSpec>(endpoint: E, args: Parameters<typeof upload<E>>[1]) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run = async (file: LocalFile): Promise<Reply<ReplyOf<E>>> => {
    setBusy(true);
    setRefusal(null);
    const reply = await upload(endpoint, args, file);
    setBusy(false);
    if (reply.ok) await reloadScreens();
    else setRefusal(reply);
    return reply;
  };
  return { run, busy, refusal };
}
