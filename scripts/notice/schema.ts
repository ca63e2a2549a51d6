import { failed, ok } from '@jikaotong/shared/kernel';
import { noticeJsonSchema } from '@jikaotong/shared/notice-file';
import type { Answer } from './answer';

/** `schema`: the JSON Schema of a notice file, for an editor to complete and check by. */
export async function schema(args: readonly string[]): Promise<Answer> {
  if (args.length > 0)
    return failed([{ path: '', line: null, code: 'argument-unknown', message: `what is ${args.join(' ')}?` }]);
  return ok(noticeJsonSchema());
}
