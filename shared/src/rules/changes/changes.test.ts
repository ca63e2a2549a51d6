import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Notice, NoticeSchema } from '../../notice';
import { parseNotice } from '../../notice-file';
import { changedValues } from '../../words';
import { type NoticeChange, noticeChangesOf, concernOf } from './index';

const read = (id: string): Notice => {
  const parsed = parseNotice(readFileSync(new URL(`../../../notices/${id}.yaml`, import.meta.url), 'utf8'), null);
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  return parsed.value;
};
const five = [
  'bspia-2026-certification',
  'shqbxh-2025-certification',
  'cecc-2024-certification',
  'bspia-2025-competition-monitor-operator',
  'bspia-2024-competition-installer',
].map(read);
const [b26, , , c25] = five;
if (!b26 || !c25) throw new Error('a notice is missing');

/** Another value at a path; the rest as it is. */
const withValue = (notice: Notice, path: readonly (string | number)[], value: unknown): Notice => {
  const copy: unknown = structuredClone(notice);
  let node: unknown = copy;
  for (const part of path.slice(0, -1)) node = Reflect.get(Object(node), part);
  Reflect.set(Object(node), path.at(-1) ?? '', value);
  return copy as Notice;
};

/** Every value of a notice with its path. */
function valuesOf(node: unknown, path: readonly (string | number)[] = []): { path: typeof path; value: unknown }[] {
  if (Array.isArray(node)) return node.flatMap((inner: unknown, at) => valuesOf(inner, [...path, at]));
  if (typeof node === 'object' && node !== null)
    return Object.entries(node).flatMap(([key, inner]) => (inner === undefined ? [] : valuesOf(inner, [...path, key])));
  return [{ path, value: node }];
}

const otherThan = (value: unknown): unknown =>
  typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;

const begins = (path: readonly unknown[], by: readonly unknown[]): boolean =>
  by.every((part, position) => path[position] === part);

/** Whether a change shows a value: by itself, or as part of something that came or went. */
const shows = (change: NoticeChange, path: readonly (string | number)[]): boolean =>
  change.what === 'changed'
    ? change.leaves.some((leaf) => leaf.path.join('.') === path.join('.'))
    : begins(path, change.path) || begins(change.path, path.slice(0, -2));

describe('what differs between two versions', () => {
  it('has a name where money must have come by the last day, no longer only have been sent', () => {
    const { fees } = b26;
    if (!fees) throw new Error('a notice without fees');
    const methods = fees.methods.map((method) => ({ ...method, inTimeBy: 'arrival' as const }));
    const said = noticeChangesOf(b26, { ...b26, fees: { ...fees, methods } }).flatMap(({ leaves }) =>
      changedValues({ leaves: leaves.map((leaf) => ({ ...leaf, path: leaf.path.join('.') })) }),
    );
    expect(said).toContain('缴费须在截止日前到账：无 → 是');
  });

  it('is nothing between a notice and itself, whatever the order of its rows', () => {
    for (const notice of five) {
      expect(noticeChangesOf(notice, notice)).toEqual([]);
      expect(noticeChangesOf(notice, NoticeSchema.parse(JSON.parse(JSON.stringify(notice))))).toEqual([]);
      const turned = {
        ...notice,
        offerings: notice.offerings.toReversed(),
        references: notice.references.toReversed(),
      };
      expect(noticeChangesOf(notice, turned)).toEqual([]);
    }
  });

  it('shows every value that differs', () => {
    // a leaf of another kind, or a text for a whole part, is no notice any more
    const all = five.flatMap((notice, which) =>
      valuesOf(notice)
        .filter(({ path, value }) => path.at(-1) !== 'kind' && value !== null)
        .map((leaf) => ({ which, ...leaf })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), ({ which, path, value }) => {
        const notice = five[which] ?? b26;
        const changes = noticeChangesOf(notice, withValue(notice, path, otherThan(value)));
        expect({ path, shown: changes.some((change) => shows(change, path)) }).toEqual({ path, shown: true });
      }),
      { numRuns: Number(process.env['PROVE_COUNT'] ?? 300) },
    );
  });

  it('names a fee line by its offering, old and new in fen', () => {
    const row = b26.fees?.rows.findIndex(({ offerings }) => offerings.includes('installer-5')) ?? -1;
    const line = b26.fees?.rows[row]?.lines[0];
    if (!line) throw new Error('no fee line');
    const dearer = withValue(b26, ['fees', 'rows', row, 'lines', 0, 'fen'], line.fen + 2000);
    const [change] = noticeChangesOf(b26, dearer).filter(({ offerings }) => offerings?.includes('installer-5'));
    expect(change).toMatchObject({
      group: 'fees',
      unit: 'fee-line',
      what: 'changed',
      offerings: ['installer-5'],
      data: { offering: 'installer-5', item: line.item },
      before: { text: line.fen },
      after: { text: line.fen + 2000 },
      wordsOnly: false,
    });
  });

  it('tells what came and what went', () => {
    const [first, ...rest] = b26.offerings;
    if (!first) throw new Error('no offering');
    const fewer = { ...b26, offerings: rest };
    const gone = noticeChangesOf(b26, fewer).filter(({ offerings }) => offerings?.includes(first.code));
    expect(gone.every(({ what, after }) => what === 'removed' && after === null)).toBe(true);
    expect(gone.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['offering', 'subject', 'route']));
    expect(noticeChangesOf(fewer, b26).every(({ what }) => what === 'added')).toBe(true);
  });

  it('knows words from decisions', () => {
    const path = ['photo', 'format', 'source', 'quote'];
    expect(noticeChangesOf(b26, withValue(b26, path, '别的话'))).toMatchObject([{ unit: 'photo', wordsOnly: true }]);
    expect(noticeChangesOf(b26, withValue(b26, ['photo', 'format', 'value'], 'png'))).toMatchObject([
      { wordsOnly: false },
    ]);
  });

  it('tells a list of occupations to the offerings whose conditions speak of it', () => {
    const at = b26.relatedOccupations.length - 1;
    const list = b26.relatedOccupations[at];
    const [change] = noticeChangesOf(b26, withValue(b26, ['relatedOccupations', at, 'names', 0, 'raw'], '别的职业'));
    const users = b26.offerings.filter(({ routes }) => JSON.stringify(routes).includes(`"related":"${list?.id}"`));
    expect(change?.offerings).toEqual(users.map(({ code }) => code));
  });
});

describe('what a change means to somebody', () => {
  const fee = b26.fees?.rows.findIndex(({ offerings }) => offerings.includes('installer-5')) ?? -1;
  const changed = [
    [['fees', 'rows', fee, 'lines', 0, 'fen'], 1],
    [['contacts', 0, 'value'], '010-1'],
    [['contacts', 1, 'source', 'quote'], '别的话'],
    [['windows', 0, 'opens', 'source', 'quote'], '别的话'],
  ] as const;
  const after = changed.reduce<Notice>((notice, [path, value]) => withValue(notice, path, value), b26);
  const units = (changes: readonly NoticeChange[]) => changes.map(({ unit }) => unit);
  const of = (offeringCode: string, standing: 'draft' | 'submitted') => {
    const { holds, stays } = concernOf(noticeChangesOf(b26, after), { offeringCode, standing });
    return [units(holds), units(stays)];
  };

  it('holds for a draft of its offering and stays as it was for what was handed in', () => {
    expect(of('installer-5', 'draft')).toEqual([['fee-line', 'contact'], []]);
    expect(of('installer-5', 'submitted')).toEqual([['contact'], ['fee-line']]);
    expect(of('security-manager-3', 'draft')).toEqual([['contact'], []]);
  });

  it('tells printed days to entrants of a competition only: a session stores its own', () => {
    const at = c25.windows.findIndex(({ kind }) => kind === 'final');
    const moved = withValue(c25, ['windows', at, 'opens', 'text'], '2025年10月上旬');
    const changes = noticeChangesOf(c25, moved);
    const concern = (standing: 'entry' | 'draft') =>
      units(concernOf(changes, { offeringCode: 'monitor-operator', standing }).holds);
    expect(concern('entry')).toEqual(['window']);
    expect(concern('draft')).toEqual([]);
  });
});
