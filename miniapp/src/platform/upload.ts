import type { CallInput, EndpointSpec, ReplyOf } from '@jikaotong/shared/contract';
import Taro from '@tarojs/taro';
import { envelopeOf } from './http';
import type { LocalFile } from './local-file';
import { OFFLINE, type Reply, replyOf } from './reply';
import { type CallArgs, urlOf } from './send';
import { accessToken } from './signed-in';

/** Sends one file to an upload endpoint; `body` has no place there. */
export async function upload<E extends EndpointSpec>(
  endpoint: E,
  args: Omit<CallArgs<E>, 'body'> & Partial<Pick<CallInput<E>, 'params' | 'query'>>,
  file: LocalFile,
): Promise<Reply<ReplyOf<E>>> {
  const token = await accessToken();
  try {
    const { statusCode, data } = await Taro.uploadFile({
      url: urlOf(endpoint, args),
      filePath: file.path,
      name: 'file',
      header: token ? { Authorization: `Bearer ${token}` } : {},
      timeout: 60_000,
    });
    return replyOf(endpoint, { status: statusCode, envelope: envelopeOf(data) });
  } catch {
    return OFFLINE;
  }
}
