import { expect, it } from 'vitest';
import { handInWords } from './hand-in-words';

const at = (where: 'counter' | 'online', submittable: number, resubmittable: number) =>
  handInWords({ where, counts: { submittable, resubmittable } });

it('sends nobody to the counter again whom staff sent back', () => {
  expect(at('counter', 5, 0)).toMatchObject({ button: '生成现场报名单 5 人', yes: '生成' });
  expect(at('counter', 2, 2)).toMatchObject({ button: '提交 2 人', yes: '提交' });
  expect(at('counter', 2, 2).text).not.toContain('原件');
  expect(at('online', 3, 1)).toMatchObject({ button: '提交 3 人', yes: '提交' });
});

it('says both numbers where both are handed in', () => {
  const words = at('counter', 5, 2);
  for (const said of [words.button, words.title, words.text]) {
    expect(said).toContain('3 人');
    expect(said).toContain('2 人');
  }
});
