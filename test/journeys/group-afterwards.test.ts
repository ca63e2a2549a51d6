import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collections, results, rosterResults, rosterRows, rosters } from '@jikaotong/shared/contract';
import { certificateList, scoreList } from '@jikaotong/shared/lists';
import { filesIn } from '../../bff/src/platform/sheets/zip-of.testing';
import { actOn } from '../support/act-on';
import { colleagueOf } from '../support/counter';
import { student } from '../support/government-list';
import { issueCertificates } from '../support/issue-certificates';
import { examinationMarked, everythingChecked } from '../support/marking';
import { type School, payAll, schoolBeside, schoolIn, seatAll } from '../support/paid-school';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { readAll } from '../support/read-all';
import { readText } from '../support/read-pages';
import { numberOf } from '../support/rosters';
import { openWorld } from '../support/world';

const MANY = 4;

describe('S25: what a school sees of its own people, and fetches for them', () => {
  let school: School;
  let member: SignedInPerson;
  let other: SignedInPerson;
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), MANY);
    await payAll(school);
    const beside = await schoolBeside(school, { nths: [7, 8], nth: 2, name: '别的学校' });
    await payAll(beside);
    other = beside.agent;
    await seatAll(school);
  });
  afterAll(() => school.world.stop());
  const params = () => ({ id: school.roster.id });
  const seen = async () => (await school.agent.api.ok(rosterResults.getRosterResults, { params: params() })).rows;
  const nameOf = (order: number) => student(order)['姓名'] ?? '';

  it('has the tickets as files and a list to sign, in the order of the roster', async () => {
    const { agent } = school;
    const zip = await agent.api.file(rosterResults.downloadRosterTicketFiles, { params: params() });
    const files = filesIn(zip);
    const names = [...files.keys()];
    expect(names.map((name) => name.slice(0, 4 + nameOf(0).length))).toEqual(
      Array.from({ length: MANY }, (_, order) => `00${order + 1}-${nameOf(order)}`),
    );
    expect(
      Buffer.from([...files.values()][0] ?? [])
        .subarray(0, 4)
        .toString(),
    ).toBe('%PDF');
    const list = await readText(await agent.api.file(rosterResults.downloadRosterHandOut, { params: params() }));
    expect(list).toContain('领取人签名');
    expect(list.indexOf(nameOf(0))).toBeLessThan(list.indexOf(nameOf(MANY - 1)));
    expect(list).not.toContain(numberOf(0));
    expect(await seen()).toMatchObject(Array.from({ length: MANY }, () => ({ hasTicket: true, outcome: null })));
  });

  it('learns who passed once it is published, and marks of nobody who did not agree', async () => {
    const { world, administrator, sessionId, agent } = school;
    const marker = await colleagueOf(world, administrator, 'shqbxh', 'dengfen', ['score-officer']);
    await world.moveTo('2025-08-18');
    const listed = await readAll(administrator.api, scoreList, sessionId);
    const rows = listed.map(({ ticketNumber, name }) => {
      const passes = name !== nameOf(MANY - 1);
      return [ticketNumber, { 理论知识: passes ? 81 : 59, 操作技能: 77 }] as const;
    });
    await examinationMarked(world, marker, sessionId, Object.fromEntries(rows));
    await everythingChecked(administrator, sessionId);
    expect((await seen()).every(({ outcome }) => outcome === null)).toBe(true);
    const publisher = await colleagueOf(world, administrator, 'shqbxh', 'fabu', ['publisher']);
    await publisher.api.ok(results.publishResults, { params: { id: sessionId }, body: {} });
    expect((await seen()).map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'failed']);
    expect((await seen()).every(({ marks }) => marks === null)).toBe(true);
    // the member’s own word on the own phone
    member = await candidateByPhone(world, student(1)['手机号'] ?? '');
    const claim = { name: nameOf(1), documentType: 'resident-id' as const, documentNumber: numberOf(1) };
    const { applicationId: id } = await member.api.ok(rosterRows.claimRosterRow, { body: claim });
    if (id === null) throw new Error('the claim found no application');
    const share = (shares: boolean) => ({ params: { id }, body: { shares } });
    expect((await agent.api.refused(rosterResults.shareOwnMarks, share(true))).code).toBe('not-found');
    expect(await member.api.ok(rosterResults.shareOwnMarks, share(true))).toMatchObject({ sharesMarks: true });
    expect((await seen()).map(({ marks }) => marks)).toEqual([
      null,
      [
        { subject: 'theory', points: '81' },
        { subject: 'skill', points: '77' },
      ],
      null,
      null,
    ]);
    expect(await member.api.ok(rosterResults.shareOwnMarks, share(false))).toMatchObject({ sharesMarks: false });
    expect((await seen()).every(({ marks }) => marks === null)).toBe(true);
  });

  it('fetches the certificates of its people by its own list, for whom somebody signs', async () => {
    const { world, administrator, sessionId, agent, unit } = school;
    const list = { params: params() };
    expect((await agent.api.refused(rosterResults.downloadRosterCertificateList, list)).code).toBe('no-certificates');
    await issueCertificates(administrator.api, sessionId);
    const notice = await readText(await agent.api.file(rosterResults.downloadRosterCertificateList, list));
    for (const words of ['领证通知单', '某保安学校', '3人', '本人签收', nameOf(0)]) expect(notice).toContain(words);
    expect(notice).not.toContain(nameOf(MANY - 1));
    const collect = (match: { unit?: string }) =>
      actOn(world, administrator, {
        list: certificateList,
        id: sessionId,
        choice: { act: 'collect', which: { match }, needs: { method: 'unit-list', agent: '周经理' } },
      });
    // nobody signs for another unit
    const mixed = await collect({});
    expect([mixed.done, mixed.refused].toSorted()).toEqual([2, MANY - 1]);
    const at = { params: { id: sessionId, selectionId: mixed.id } };
    const refused = await administrator.api.ok(certificateList.acting.results, { ...at, query: { state: 'refused' } });
    expect(new Set(refused.items.map(({ row }) => row?.unit)).size).toBe(1);
    for (const one of refused.items)
      expect(one).toMatchObject({ code: 'wrong-state', data: { state: 'certificate-of-other-unit' } });
    await administrator.api.ok(certificateList.acting.takeBack, at);
    await world.runJobs();
    const nameless = { act: 'collect', which: { match: {} }, needs: { method: 'unit-list' } };
    const body = nameless as never;
    expect((await administrator.api.call(certificateList.acting.select, { params: at.params, body })).code).toBe(
      'invalid-input',
    );
    const done = await collect({ unit: unit.id });
    expect(done).toMatchObject({ done: MANY - 1, refused: 0 });
    expect((await seen()).map(({ certificate }) => certificate?.handOver ?? null)).toEqual([
      'collected',
      'collected',
      'collected',
      null,
    ]);
    const all = await readAll(administrator.api, certificateList, sessionId);
    const first = all.find((row) => row.unit === unit.name);
    expect(all.filter(({ handOver }) => handOver === 'collected')).toHaveLength(MANY - 1);
    expect(first).toMatchObject({ unit: '某保安学校', method: 'unit-list' });
    const collection = await administrator.api.ok(collections.getStaffCollection, { params: { id: first?.id ?? '' } });
    expect(collection).toMatchObject({ handOver: 'collected', method: 'unit-list' });
  });

  it('shows none of it to another unit, nor to whoever left the roster', async () => {
    const { agent } = school;
    for (const endpoint of [
      rosterResults.getRosterResults,
      rosterResults.downloadRosterTicketFiles,
      rosterResults.downloadRosterHandOut,
      rosterResults.downloadRosterCertificateList,
      rosters.downloadRosterTickets,
    ])
      for (const who of [other, member])
        expect((await who.api.call(endpoint, { params: params() })).code).toBe('not-found');
    expect((await agent.api.call(rosterResults.getRosterResults, { params: params() })).code).toBe('ok');
  });
});
