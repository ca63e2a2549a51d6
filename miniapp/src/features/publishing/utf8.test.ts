import { describe, expect, it } from 'vitest';
import { textOfUtf8 } from './utf8';

const bytes = (...list: number[]) => Uint8Array.from(list);

describe('the text of a file', () => {
  it.each(['', 'abc', '通知：65 155', '𠮷田', 'é', 'a\nb'])('%j comes back', (text) =>
    expect(textOfUtf8(new TextEncoder().encode(text))).toBe(text),
  );
  it('leaves the byte order mark out', () => expect(textOfUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a'));
  it.each([
    ['GBK 协会', bytes(0xd0, 0xad, 0xbb, 0xe1)],
    ['a zip', bytes(0x50, 0x4b, 0x03, 0x04, 0x00)],
    ['half a character', bytes(0xe9, 0x80)],
    ['a longer form', bytes(0xc0, 0xaf)],
    ['a longer form of three', bytes(0xe0, 0x80, 0xaf)],
    ['half of a pair', bytes(0xed, 0xa0, 0x80)],
    ['beyond the last', bytes(0xf4, 0x90, 0x80, 0x80)],
  ])('%s is none', (_, given) => expect(textOfUtf8(given)).toBeNull());
});
