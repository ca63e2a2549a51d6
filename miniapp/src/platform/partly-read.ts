import type { EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { splitPageIn } from './newer';
import type { Answer } from './queries';

/** A page, and those of its rows, as they came, that hold a code which only a newer server knows. */
export type PartlyRead<T> = { readonly page: T; readonly newer: readonly unknown[] };

/** A page of which one row from a newer server does not hide the others; any other refusal stays what it is. */
export function partlyRead<E extends EndpointSpec>(
  endpoint: E,
  answer: Answer<ReplyOf<E>>,
): Answer<PartlyRead<ReplyOf<E>>> {
  if (answer.state === 'loading') return answer;
  if (answer.state === 'ready') return { ...answer, data: { page: answer.data, newer: [] } };
  const split = splitPageIn(answer.refusal);
  const rest = split && z.safeParse<E['reply']>(endpoint.reply, split.rest);
  return rest?.success
    ? { state: 'ready', data: { page: rest.data, newer: split?.newer ?? [] }, refresh: answer.retry }
    : answer;
}
