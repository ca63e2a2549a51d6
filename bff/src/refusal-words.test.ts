import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AnyRefusalCode, REFUSAL_STATUS } from '@jikaotong/shared/contract';
import { refusalSentence } from '@jikaotong/shared/words';

const isCode = (code: string): code is AnyRefusalCode => code in REFUSAL_STATUS;

/** Every `refuse('code', { name: 'value' …` of the back end, and every refusal that a policy gives as a value. */
function refusedWith(name: string): readonly { code: string; value: string; file: string }[] {
  const said = new RegExp(
    `(?:refuse\\(|refused: )\\s*'([a-z-]+)',\\s*(?:data: )?\\{[^}]*?\\b${name}: (?:[^,}]*? [?:] )?'([a-z-]+)'`,
    'g',
  );
  return readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(test|testing)\.ts$/.test(file))
    .flatMap((file) =>
      [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(said)].map(([, code = '', value = '']) => ({
        code,
        value,
        file,
      })),
    );
}

const usualOf = (code: AnyRefusalCode) => refusalSentence(code, {});

describe('a code that several rooms refuse with', () => {
  it('speaks of the room at hand', () => {
    const rooms = refusedWith('of');
    expect(rooms.length).toBeGreaterThan(10);
    const silent = rooms.filter(
      ({ code, value }) => !isCode(code) || refusalSentence(code, { of: value }) === usualOf(code),
    );
    expect(silent).toEqual([]);
  });

  it('says which state stands against a step', () => {
    const states = refusedWith('state').filter(({ code }) => code === 'wrong-state');
    expect(states.length).toBeGreaterThan(50);
    const usual = usualOf('wrong-state');
    const silent = states.filter(({ value }) => refusalSentence('wrong-state', { state: value }) === usual);
    expect(silent).toEqual([]);
  });

  it.each([
    ['second-person-needed', 'unsigned-papers', '退'],
    ['second-person-needed', 'own-count', '退'],
    ['nothing-to-print', 'receipts', '座'],
    ['nothing-to-print', 'unpaid', '座'],
    ['nothing-to-print', 'closed', '座'],
    ['nothing-to-print', 'returned', '座'],
    ['nothing-changed', 'correction', '改期'],
    ['case-open', 'certificate', '报名'],
    ['day-over', 'seat', '请填'],
    ['too-many-certificates', 'photos', '打印'],
    ['ticket-not-issued', 'mark', '还没有发放'],
    ['too-large', 'selection', 'MB'],
  ] as const)('%s of %s says nothing of %s', (code, of, foreign) => {
    expect(refusalSentence(code, { of, most: 500, count: 800 })).not.toContain(foreign);
  });

  it('asks for a phone number in words that fit wherever it is asked for', () => {
    expect(usualOf('phone-not-proven')).not.toContain('窗口');
  });
});
