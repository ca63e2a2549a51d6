import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import { type LocalFile, type Reply, upload, useSending } from '../../platform';

/** Sends a file to an upload endpoint; afterwards what the page in front shows is fetched anew, in the background. */
export function useUpload<E extends EndpointSpec>(endpoint: E, args: Parameters<typeof upload<E>>[1]) {
  const { send, busy, refusal } = useSending(endpoint);
  const run = (file: LocalFile): Promise<Reply<ReplyOf<E>>> => send(args, () => upload(endpoint, args, file));
  return { run, busy, refusal };
}
