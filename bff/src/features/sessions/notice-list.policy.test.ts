import { describe, expect, it } from 'vitest';
import type { NoticeSummary } from '@jikaotong/shared/contract';
import { byUse, facetsOf, namedFirst, narrowed, unknownWish } from './notice-list.policy';

const notice = (id: string, given: Partial<NoticeSummary> & { state?: NoticeSummary['nearest']['state'] }) =>
  ({
    id,
    kind: 'certification',
    title: id,
    bodyId: 'bspia',
    bodyName: '北京安全防范行业协会',
    year: 2026,
    issuedOn: null,
    places: ['北京'],
    version: 1,
    offerings: [{ code: 'a', occupation: '保卫管理员', workType: null, level: 3 }],
    nearest: { sessionId: null, sessionName: null, state: given.state ?? 'ended', on: null },
    ...given,
  }) satisfies NoticeSummary;

const open = notice('open', { state: 'applying', places: ['北京', '北京经济技术开发区'] });
const old = notice('old', { year: 2024, kind: 'competition' });
const far = notice('far', {
  bodyId: 'shqbxh',
  bodyName: '上海市企事业单位治安保卫协会',
  places: ['上海', '虹口区'],
  year: 2025,
});
const all = [open, old, far];
const ids = (notices: readonly NoticeSummary[]) => notices.map(({ id }) => id);

describe('the list of notices', () => {
  it('shows what one can do something about first, then the newest', () => {
    expect(ids(all.toSorted(byUse))).toEqual(['open', 'far', 'old']);
  });

  it.each([
    [{}, ['open', 'old', 'far']],
    [{ state: 'ended' }, ['old', 'far']],
    [{ state: 'ended', kind: 'certification' }, ['far']],
    [{ place: '北京经济技术开发区' }, ['open']],
    [{ place: '上海', kind: 'competition' }, []],
    [{ q: '上海 市' }, ['far']],
    [{ q: '保卫管理员', bodyId: 'bspia' }, ['open', 'old']],
    [{ q: '%' }, []],
    [{ q: '保 卫' }, ['open', 'old', 'far']],
    [{ q: '２０２５' }, []],
    [{ q: 'ＦＡＲ' }, ['far']],
  ] as const)('narrowed by %j', (wishes, shown) => {
    expect(ids(narrowed(all, wishes))).toEqual(shown);
  });

  it('looked for by words shows first what bears them in its names', () => {
    const mentions = { ...open, printed: '取得四级证书后从事本职业' };
    const offers = notice('offers', { offerings: [{ code: 'a', occupation: '保卫管理员', workType: null, level: 4 }] });
    expect(ids(narrowed([mentions, offers], { q: '四级' }))).toEqual(['open', 'offers']);
    expect(ids(namedFirst([mentions, offers], '四级'))).toEqual(['offers', 'open']);
    expect(ids(namedFirst([mentions, offers], '保卫'))).toEqual(['open', 'offers']);
  });

  it('offers what exists under the other wishes, with counts', () => {
    expect(facetsOf(all, { state: 'ended' })).toEqual({
      bodies: [
        { value: 'bspia', name: '北京安全防范行业协会', count: 1 },
        { value: 'shqbxh', name: '上海市企事业单位治安保卫协会', count: 1 },
      ],
      kinds: [
        { value: 'certification', count: 1 },
        { value: 'competition', count: 1 },
      ],
      states: [
        { value: 'applying', count: 1 },
        { value: 'ended', count: 2 },
      ],
      places: [
        { value: '上海', count: 1 },
        { value: '北京', count: 1 },
        { value: '虹口区', count: 1 },
      ],
    });
  });

  it('keeps what is chosen, also where nothing shows it', () => {
    expect(facetsOf(all, { place: '上海', q: '渗透' }).places).toEqual([{ value: '上海', count: 0 }]);
  });

  it('knows no body and no place that no notice has', () => {
    expect(unknownWish(all, { bodyId: 'cecc' })).toBe('bodyId');
    expect(unknownWish(all, { place: '广州' })).toBe('place');
    expect(unknownWish(all, { bodyId: 'shqbxh', place: '北京', state: 'applying' })).toBeNull();
  });
});
