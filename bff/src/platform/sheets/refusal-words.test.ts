import { refusalSentence } from '@jikaotong/shared/words';
import { describe, expect, it } from 'vitest';
import type { FileRefusal } from '../files';
import type { SheetRefusal } from './index';

/** Every reason for which a file is refused as a whole; a new one does not compile before it stands here. */
const REASONS = {
  'not-a-workbook': true,
  'old-format': true,
  'other-format': true,
  'web-page': true,
  archive: true,
  'not-an-archive': true,
  'no-pictures': true,
  'pictures-too-large': true,
  'archive-encrypted': true,
  'no-sheet': true,
  'sheets-twice': true,
  'too-many-files': true,
  encrypted: true,
  'too-large': true,
  'too-many-entries': true,
  'too-many-rows': true,
  'too-heavy': true,
  busy: true,
  'unsupported-type': true,
  heic: true,
  damaged: true,
  'too-many-pixels': true,
  'two-in-one': true,
} as const satisfies Record<FileRefusal | SheetRefusal, true>;

describe('a file that is refused as a whole', () => {
  it.each(Object.keys(REASONS))('says why, and what to do: %s', (reason) => {
    const sentence = refusalSentence('file-refused', { reason });
    expect(sentence).not.toBe(refusalSentence('file-refused', { reason: 'nobody knows' }));
    expect(sentence).toMatch(/请/);
  });
  it('says how large and of what kind it may be', () => {
    expect(refusalSentence('too-large', { maxBytes: 2_000_000 })).toContain('2 MB');
    expect(refusalSentence('too-large')).toContain('10 MB');
    expect(refusalSentence('unsupported-type', { accept: ['image/png'] })).toMatch(/PNG$/);
    expect(refusalSentence('unsupported-type')).toContain('JPG、PNG 或 PDF');
  });
});
