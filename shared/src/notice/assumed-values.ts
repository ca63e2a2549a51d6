import { assumedLeaves } from './check-notice';
import type { Notice } from './notice';

/** What stands beside the reason of an assumed leaf; null where it is no single value. */
export type AssumedValue = string | number | boolean | null;
export type AssumedLeaf = { readonly path: string; readonly reason: string; readonly value: AssumedValue };

/** The leaves that nobody printed, each with the value that stands beside the reason. */
export const assumedWith = (notice: Notice): readonly AssumedLeaf[] =>
  assumedLeaves(notice).map(({ path, reason }) => ({ path, reason, value: valueBeside(notice, path) }));

/** What makes two assumed leaves one and the same, wherever they stand: the reason and the value. */
export const assumedKey = ({ reason, value }: Pick<AssumedLeaf, 'reason' | 'value'>): string =>
  JSON.stringify([reason, value]);

function valueBeside(notice: Notice, path: string): AssumedValue {
  let node: unknown = notice;
  for (const part of path.split('.').slice(0, -1)) node = Reflect.get(Object(node), part);
  if (typeof node !== 'object' || node === null || !('value' in node)) return null;
  const { value } = node;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
