import { describe, expect, it } from 'vitest';
import { parentOf } from './parents';

const session = { path: '/packages/staff/session/index', params: { id: 's1' } };
const workbench = { path: '/packages/staff/home/index', params: {} };

describe('the way back from a page that was entered directly', () => {
  it.each([
    ['/packages/staff/seating/index', { session: 's1' }, session],
    ['packages/review/reviews/index?session=s1&stamp=A', { session: 's1' }, session],
    ['/packages/planning/session-places/index', { id: 's1' }, session],
    ['/packages/planning/session-plan/index', { notice: 'n1' }, workbench],
    ['/packages/duty/plan/index', { session: 's1' }, session],
    ['/packages/staff/session/index', { id: 's1' }, workbench],
    ['/packages/review/review/index', { id: 'a1' }, workbench],
    ['/packages/conduct/breaches/index', { body: 'b1' }, workbench],
    [
      '/packages/publishing/notice-draft/index',
      { id: 'd1' },
      { path: '/packages/publishing/notices/index', params: {} },
    ],
    ['/packages/staff/home/index', {}, { path: '/pages/me/index', params: {} }],
    ['/packages/duty/door/index', { duty: 'd1' }, { path: '/packages/duty/today/index', params: {} }],
  ])('leads up from %s', (path, params, above) => {
    expect(parentOf(path, params)).toEqual(above);
  });

  it.each([
    '/packages/apply/basis/index',
    '/packages/exam/ticket/index',
    '/packages/unit/roster/index',
    '/pages/sign-in/index',
  ])('leads to the notices from %s, a page of candidates', (path) => {
    expect(parentOf(path, { id: 'x' })).toBeNull();
  });
});
