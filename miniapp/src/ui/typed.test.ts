import { describe, expect, it } from 'vitest';
import { entered, left, nativeLimit } from './typed';

const phone = { type: 'number', password: false, maxlength: 11 } as const;
const code = { type: 'number', password: false, maxlength: 6 } as const;
const name = { type: 'text', password: false, maxlength: 5 } as const;
const card = { type: 'idcard', password: false, maxlength: 18 } as const;

describe('what is pasted into a field', () => {
  it.each([
    '138 0013 8000',
    '+86 138 0013 8000',
    '\u202d13800138000\u202c',
    '１３８００１３８０００',
    '(86)138-0013-8000',
  ])('is a phone: %j', (pasted) => {
    expect(pasted.length).toBeLessThanOrEqual(nativeLimit(phone));
    expect(entered(pasted, phone)).toBe('13800138000');
  });
  it('is a code, a card, a name', () => {
    expect(entered('123 456', code)).toBe('123456');
    expect(entered('11010519491231\u200b002x', card)).toBe('11010519491231002X');
    expect(entered('\u202d欧阳\u200b\u200b\u200b小明\u202c', name)).toBe('欧阳小明');
  });
  it('is a count with its sign, which no count may have', () => {
    expect(entered('-', code)).toBe('-');
    expect(left(entered('-3', code), code)).toBe('-3');
    expect(left('－30', code)).toBe('-30');
  });
  it('is cut where it is really too long, and never through a character', () => {
    expect(entered('138001380001', phone)).toBe('13800138000');
    expect(entered('一二三四𠮷', name)).toBe('一二三四');
  });
  it('is left alone while an input method may be at work', () => {
    expect(entered('ouy ', name)).toBe('ouy ');
    expect(entered('1101051949123100 2x'.replace(' ', ''), card)).toBe('11010519491231002x'.slice(0, 18));
  });
  it('stands in its one form when the field is left', () => {
    expect(left(' 张\u200b伟 ', name)).toBe('张伟');
    expect(left('11010519491231002x', card)).toBe('11010519491231002X');
  });
  it('is a password as it is', () => {
    const password = { type: 'text', password: true, maxlength: 128 } as const;
    expect(entered(' a\u200b ', password)).toBe(' a\u200b ');
    expect(left(' a ', password)).toBe(' a ');
    expect(nativeLimit(password)).toBe(128);
  });
});
