import { expect, it } from 'vitest';
import { verdictIn } from './wechat-check';

it('reads the verdict of WeChat’s checker among all it prints', () => {
  expect(verdictIn('[error] ENOTFOUND\nVERDICT {"files":654}\n')).toEqual({ state: 'passed', files: 654 });
  expect(verdictIn('VERDICT {"problem":"app.json: [\\"pages\\"][10] not found"}')).toEqual({
    state: 'refused',
    problem: 'app.json: ["pages"][10] not found',
  });
  expect(verdictIn('started\nkilled')).toEqual({ state: 'unchecked', why: 'killed' });
});
