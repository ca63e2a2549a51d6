import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidateRecord, openIdentity, sealIdentity } from '@jikaotong/bff/features/candidates';
import { insert, newId } from '@jikaotong/bff/platform/db';
import { contestEntries } from '@jikaotong/shared/contract';
import { auditList, entryList } from '@jikaotong/shared/lists';
import { entryRecord, entryWords } from '../../bff/src/features/contests/contest.record';
import { entrySource } from '../../bff/src/features/contests/entry-list.repository';
import { participantRecord } from '../../bff/src/features/participants/participant.record';
import { planFaults } from '../../bff/src/platform/lists/plan.testing';
import { C25, entryBody } from '../support/contest-entry';
import { acceptedTogether, entriesOf } from '../support/listed-entries';
import { KNOWN_KEYS, knownCrypto, nameOf, numberOf } from '../support/many-paid';
import { patience } from '../support/patience';
import { type SignedInPerson, bspia, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const ENTRANTS = 400;
const TRIALS = 5;
const OTHERS = 3;
const UNITS = 60;

describe(`${ENTRANTS} entries to one competition`, () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let wang: SignedInPerson;
  let params: { id: string };
  let firstId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-07-10', env: KNOWN_KEYS });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    wang = await candidateByWechat(world, 'o-wang');
    const body = await entryBody(wang, { name: '首位', order: 900 });
    firstId = (await wang.api.ok(contestEntries.enterContest, { params: { id: C25 }, body })).id;
    params = await entriesOf(reviewer);
    await addEntered(firstId, ENTRANTS - 1);
  }, patience(120_000));
  afterAll(() => world.stop());

  /** So many more like this one but for name, number and unit; the last ones with something to look at. */
  async function addEntered(likeId: string, count: number): Promise<void> {
    const like = await world.db.read(async (h) => ({
      candidate: await h.repo(candidateRecord).findOneByOrFail({ id: likeId }),
      participant: await h.repo(participantRecord).findOneByOrFail({ candidateId: likeId }),
      own: await h.repo(entryRecord).findOneByOrFail({ id: likeId }),
    }));
    const identity = openIdentity(knownCrypto, like.candidate);
    const all = Array.from({ length: count }, (_, place) => {
      const id = newId();
      const isTrial = place >= count - TRIALS;
      const isOther = !isTrial && place >= count - TRIALS - OTHERS;
      const name = isTrial ? `测试${nameOf(place)}` : nameOf(place);
      const sealed = sealIdentity(knownCrypto, id, { ...identity, name, documentNumber: numberOf(place) });
      const keys = { accountId: null, accountKey: null, documentKey: null, personKey: null };
      const coach = entryWords.sealIf(knownCrypto, id, 'coach', entryWords.openIf(knownCrypto, like.own, 'coach'));
      const own = { ...like.own, id, coach, unit: `第${place % UNITS}公司`, doubts: isTrial ? 'trial-name' : null };
      const submittedAt = (like.participant.submittedAt ?? 0) + 1 + place;
      return {
        candidate: { ...like.candidate, ...keys, accountId: like.candidate.accountId, ...sealed, id },
        participant: { ...like.participant, id: newId(), candidateId: id, name, submittedAt },
        own: isOther
          ? {
              ...own,
              entrantGroup: 'other',
              groupNote: entryWords.seal(knownCrypto, id, 'groupNote', '消防值班'),
              doubts: 'group',
            }
          : own,
      };
    });
    for (let from = 0; from < count; from += 100) {
      const some = all.slice(from, from + 100);
      await world.db.tx(async (h) => {
        const candidates = some.map(({ candidate }) => candidate);
        const participants = some.map(({ participant }) => participant);
        const own = some.map((one) => one.own);
        await insert(h, candidateRecord, candidates);
        await insert(h, participantRecord, participants);
        await insert(h, entryRecord, own);
      });
    }
  }
  const rows = (query: Record<string, string>) => reviewer.api.ok(entryList.rows, { params, query });
  const counts = (query: Record<string, string> = {}) => reviewer.api.ok(entryList.counts, { params, query });
  const readSheet = async (query: Record<string, string>) => {
    const book = new exceljs.Workbook();
    // exceljs is typed for an older Buffer
    await book.xlsx.load(Uint8Array.from(await reviewer.api.file(entryList.sheet, { params, query })).buffer);
    const sheet = book.worksheets[0];
    return (sheet?.getSheetValues() ?? []).slice(1).map((row) => (Array.isArray(row) ? row.slice(1) : []));
  };

  it('are counted by state, doubt, group, unit and stage, and come in the order of entering', async () => {
    const first = await rows({});
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toMatchObject({
      id: firstId,
      name: '首位',
      doubts: ['clear'],
      group: '机关、企业事业单位从事公共安全图像信息系统值机监看、管理等工作的人员',
      stage: '初赛',
      documentNumber: expect.stringContaining('****'),
      birthDate: '***',
      sex: '***',
      levels: '安全防范设备值机员四级/中级工',
    });
    expect(first.items[0]?.photo).toContain('/files/content/');
    const { total, by, names } = await counts();
    expect([total, by['state'], by['doubts'], by['stage']]).toEqual([
      ENTRANTS,
      { submitted: ENTRANTS },
      { clear: ENTRANTS - TRIALS - OTHERS, 'trial-name': TRIALS, group: OTHERS },
      { preliminary: ENTRANTS },
    ]);
    expect(by['group']).toEqual({ monitor: ENTRANTS - OTHERS, other: OTHERS });
    expect(names['unit']).toHaveLength(50);
  });

  it('are found by any part of a name or a unit, by the whole number and by its end', async () => {
    const sought = 300;
    for (const q of [nameOf(sought).slice(1), numberOf(sought), numberOf(sought).slice(-4)])
      expect((await rows({ q, limit: '200' })).items.map(({ name }) => name)).toContain(nameOf(sought));
    const ofUnit = await rows({ unit: '第7公司', limit: '200' });
    expect(new Set(ofUnit.items.map(({ unit }) => unit))).toEqual(new Set(['第7公司']));
    expect((await rows({ q: '第7公', limit: '200' })).items).toHaveLength(ofUnit.items.length);
    expect((await rows({ doubts: 'trial-name,group' })).items).toHaveLength(TRIALS + OTHERS);
  });

  it('are read along an index', async () => {
    if (world.db.dialect === 'mysql')
      await world.db.tx(async (h) => {
        for (const table of ['participant', 'candidate', 'contest_entry']) await h.run(`ANALYZE TABLE ${table}`);
      });
    const given = { withinId: params.id, crypto: knownCrypto };
    expect(await world.db.read((h) => planFaults(h, entryList, entrySource, given))).toEqual([]);
  });

  it(
    'are accepted together but for those that must be looked at, also where the list knew of no doubt',
    async () => {
      // by what stands in the list it is clear; the rules are asked again
      const [, unknown] = (await rows({ limit: '2' })).items;
      await world.db.tx((h) =>
        h.run("UPDATE contest_entry SET entrant_group = 'other' WHERE id = ?", [unknown?.id ?? '']),
      );
      const body = { act: 'accept' as const, which: { match: { state: 'submitted' }, except: [firstId] } };
      const frozen = await reviewer.api.ok(entryList.acting.select, { params, body });
      // those that the list itself leaves to be looked at are not among them
      const aside = TRIALS + OTHERS;
      expect(frozen.total).toBe(ENTRANTS - 1 - aside);
      const { view, codes } = await acceptedTogether(world, reviewer, frozen);
      const left = aside + 1;
      expect(view).toMatchObject({ state: 'done', done: ENTRANTS - 1 - left, refused: 1 });
      expect(Object.values(codes).filter((code) => code === 'look-first')).toHaveLength(1);
      expect(codes[unknown?.id ?? '']).toBe('look-first');
      expect((await counts()).by['state']).toEqual({ submitted: left + 1, approved: ENTRANTS - 1 - left });
    },
    patience(120_000),
  );

  it('are exported masked, and whole only with a reason, which the audit keeps', async () => {
    const columns = 'name,documentNumber,birthDate,sex,phone,unit';
    const whole = [nameOf(0), numberOf(0), '1990-03-01', '女', '13800001111', '第0公司'];
    const masked = await readSheet({ columns });
    expect(masked[0]).toEqual(['姓名', '证件号码', '出生日期', '性别', '手机号', '单位']);
    expect(masked).toHaveLength(ENTRANTS + 1);
    const told = JSON.stringify(masked);
    for (const value of whole.slice(1, 5)) expect(told).not.toContain(value);
    const open = await readSheet({ columns, reason: '竞赛组委会编排场次' });
    expect(open[2]?.slice(0, 2)).toEqual(whole.slice(0, 2));
    expect(open[2]?.at(-1)).toBe('第0公司');
    const audited = await administrator.api.ok(auditList.rows, {
      params: { id: bspia.id },
      query: { event: 'list-exported' },
    });
    expect(audited.items.map(({ values }) => values)).toMatchObject([
      { list: 'entry', rows: ENTRANTS, reason: '竞赛组委会编排场次' },
      { list: 'entry', rows: ENTRANTS, reason: null },
    ]);
  });

  it('are not for others', async () => {
    expect((await wang.api.refused(entryList.rows, { params, query: {} })).code).toBe('forbidden');
    expect((await reviewer.api.refused(entryList.rows, { params: { id: 'x' }, query: {} })).code).toBe('not-found');
  });
});
