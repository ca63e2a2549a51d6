import { expect, it } from 'vitest';
import { openText, sealText } from './sealed-names';

const key = '0f'.repeat(32);
const other = 'f0'.repeat(32);

it.each(['', '%', '{"name":"王𠮷芳 100%"}', 'x'.repeat(1000), '考'.repeat(1001), 'ab', 'abc'])(
  'opens what it sealed',
  (text) => {
    expect(openText(key, 'list', sealText(key, 'list', text))).toBe(text);
  },
);

it('shows nothing of it, and opens by its own key and place alone, unchanged', () => {
  const sealed = sealText(key, 'list', '王芳 11010519491231002X');
  expect(sealed).toMatch(/^[A-Za-z0-9+/]+$/);
  expect(Buffer.from(sealed, 'base64').toString('utf8')).not.toContain('王芳');
  expect(openText(other, 'list', sealed)).toBeNull();
  expect(openText(key, 'photos 0', sealed)).toBeNull();
  expect(openText(key, 'list', `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`)).toBeNull();
});
