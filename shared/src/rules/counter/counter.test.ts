import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { localDate, ok, timeOfDay } from '../../kernel';
import { type Counter, assumedLeaves, documentLeavesOf } from '../../notice';
import { readNoticeFile } from '../../notice-file';
import { ANNOUNCED_YEARS } from '../calendar';
import { individualsApply, missingOriginals, openDays, originalsOf } from './index';

const source = { clause: '六（二）', quote: '每周五9:30-11:30；13:30-16:00' };
const fridays: Counter = {
  address: { value: '天宝路879号C楼2楼', source },
  days: 'weekdays',
  weekdays: [5],
  hours: [{ from: timeOfDay('09:30'), to: timeOfDay('11:30') }],
  closedOnHolidays: { value: true, source },
  source,
};
const method = (who: 'individual' | 'group', where: 'online' | 'counter' | 'elsewhere') => ({
  who,
  where,
  text: '报名',
  url: null,
  address: null,
  phone: null,
  steps: [],
  source,
});

describe('where individuals apply', () => {
  it.each([
    ['online', [method('individual', 'online'), method('group', 'counter')]],
    ['counter', [method('group', 'elsewhere'), method('individual', 'counter')]],
    ['online', [method('individual', 'counter'), method('individual', 'online')]],
    ['elsewhere', [method('individual', 'elsewhere')]],
    ['online', []],
  ])('is %s', (where, applicationMethods) => expect(individualsApply({ applicationMethods })).toBe(where));
});

describe('the days of a counter', () => {
  const days = (from: string, to: string, most = 60) =>
    openDays({ counter: fridays, from: localDate(from), to: localDate(to), most, calendar: ANNOUNCED_YEARS });

  it('are its weekdays without holidays, ends included', () => {
    expect(days('2025-09-26', '2025-10-10')).toEqual(ok(['2025-09-26', '2025-10-10']));
    expect(days('2025-09-27', '2025-10-09')).toEqual(ok([]));
  });
  it('are no more than asked for', () =>
    expect(days('2025-06-16', '2025-07-15', 2)).toEqual(ok(['2025-06-20', '2025-06-27'])));
  it('are unknown in a year nobody announced', () =>
    expect(days('2026-12-30', '2027-01-08')).toMatchObject({ ok: false, error: { year: 2027 } }));
});

describe('originals of S25, whose annex of conditions is an empty page', async () => {
  const file = await readNoticeFile(
    fileURLToPath(new URL('../../../notices/shqbxh-2025-certification.yaml', import.meta.url)),
  );
  const notice = file.ok ? file.value.notice : null;
  const routes = (notice?.offerings ?? []).flatMap(({ code, routes: own }) => own.map((route) => ({ code, route })));
  const originals = (offeringCode: string, route: string) =>
    notice === null
      ? []
      : originalsOf({
          notice,
          offeringCode,
          route,
          facts: {},
          origin: 'mainland',
          documentType: 'resident-id',
          papers: [],
        })
          .flatMap(({ alternatives }) => alternatives.flat())
          .map(({ document }) => document);
  const always = ['identity-document', 'application-form', 'minimum-education-proof'];

  it.each([
    ['security-manager-3', '3-1', ['work-years-proof']],
    ['security-manager-3', '3-2', ['certificate-original-or-number', 'work-years-proof']],
    ['security-manager-3', '3-3', ['title-certificate', 'work-years-proof']],
    ['security-manager-3', '3-4', ['diploma']],
    ['security-manager-3', '3-5', ['certificate-original-or-number', 'diploma']],
    ['security-manager-3', '3-6', ['diploma', 'programme-assessment']],
    ['security-manager-2', '2-2', ['certificate-original-or-number', 'title-certificate', 'work-years-proof']],
    ['security-manager-2', '2-4', ['certificate-original-or-number', 'diploma', 'work-years-proof']],
    ['security-manager-2', '2-5', ['certificate-original-or-number', 'diploma']],
    ['security-manager-1', '1-3', ['title-certificate', 'work-years-proof']],
  ])('%s %s: %s', (offering, route, own) => {
    expect(originals(offering, route).filter((document) => !always.includes(document))).toEqual(own);
    expect(originals(offering, route)).toEqual(expect.arrayContaining(always));
  });

  it('are asked for on every route, as assumptions that staff confirm', () => {
    expect(routes).toHaveLength(14);
    const assumed = new Set((notice ? assumedLeaves(notice) : []).map(({ path }) => path));
    for (const { code, route } of routes) {
      expect(originals(code, route.code).length).toBeGreaterThan(always.length);
      const leaves = route.documents ? documentLeavesOf(route.documents) : [];
      expect(leaves.every(({ source: of }) => 'assumed' in of)).toBe(true);
    }
    expect(assumed).toContain('offerings.0.routes.0.documents.source');
    expect(assumed).toContain('documents.1.source');
  });
});

describe('originals', () => {
  const paper = (document: string, byNumber = false) => ({ document, printed: null, source, keeps: false, byNumber });
  const groups = [
    { alternatives: [[paper('identity-document')]] },
    { alternatives: [[paper('diploma'), paper('chsi-code', true)], [paper('education-letter')]] },
  ];
  it('are missing until one alternative of each group is seen, or stands there as a number', () => {
    expect(missingOriginals(groups, new Set())).toEqual([[['identity-document']], [['diploma'], ['education-letter']]]);
    expect(missingOriginals(groups, new Set(['identity-document', 'education-letter']))).toEqual([]);
    expect(missingOriginals(groups, new Set(['diploma']))).toEqual([[['identity-document']]]);
  });
});
