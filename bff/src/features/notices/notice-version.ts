import type { Notice } from '@jikaotong/shared/notice';
import { sha256 } from '../../platform/crypto';

/** A published version of a notice as the code reads it. */
export type NoticeVersion = {
  readonly id: string;
  readonly noticeId: string;
  readonly version: number;
  readonly notice: Notice;
  readonly publishedAt: number;
};

/** The mark of a version: over its content with sorted keys and the raw text, whatever order a database keeps. */
export const markOf = (content: unknown, rawText: string): string => sha256(JSON.stringify([sorted(content), rawText]));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}
