import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, messages, rosterMembers, rosterRows, rosters } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { readText } from '../support/read-pages';
import { lineOf, numberOf, rowsIn } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

describe('what a unit entered goes over to its people', () => {
  let body: TrainingBody;
  beforeAll(async () => {
    body = await openTrainingBody();
    for (const nth of [0, 1, 2, 3]) await entered(nth);
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });
  const entered = async (nth: number) => {
    const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
    const row = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), `claim-${nth}`));
    const change = { params: { ...params(), rowId: row.id }, ifMatch: row.version, body: { photoFileId } };
    return body.agent.api.ok(rosterRows.changeRosterRow, change);
  };
  const detailOf = async (nth: number) => {
    const [row] = (await rowsIn(body.agent, body.roster.id)).filter(({ position }) => position === nth + 1);
    return body.agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId: row?.id ?? '' } });
  };
  const claim = (nth: number, code?: string) => ({
    body: {
      name: valuesOfLine(nth)['name'] ?? '',
      documentType: 'resident-id' as const,
      documentNumber: numberOf(nth),
      ...(code === undefined ? {} : { code }),
    },
  });
  const confirms = async (who: SignedInPerson, id: string) => {
    const { version } = await who.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
    const said = { version, truthful: true as const, noticeRead: true as const };
    return who.api.ok(rosterRows.confirmOwnRosterRow, { params: { id }, body: said });
  };

  it('by a code that stands on a slip for each of them, whatever phone they have', async () => {
    const pdf = await body.agent.api.file(rosterMembers.downloadClaimCodes, { params: params() });
    const slips = await readText(pdf);
    const { id, claimCode } = await detailOf(0);
    const code = claimCode ?? '';
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    for (const nth of [0, 1, 2, 3]) expect(slips).toContain((await detailOf(nth)).claimCode);
    const person = await candidateByPhone(body.world, '13900000100');
    const other = await detailOf(1);
    expect((await person.api.refused(rosterRows.claimRosterRow, claim(0, other.claimCode ?? ''))).code).toBe(
      'claim-not-found',
    );
    expect((await person.api.refused(rosterRows.claimRosterRow, claim(0))).code).toBe('claim-not-found');
    const typed = ` ${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect(await person.api.ok(rosterRows.claimRosterRow, claim(0, typed))).toEqual({
      applicationId: id,
      entryId: null,
      noticeId: null,
    });
    expect((await detailOf(0)).claimCode).toBeNull();
    const thief = await candidateByPhone(body.world, '13900000101');
    expect((await thief.api.refused(rosterRows.claimRosterRow, claim(0, code))).code).toBe('claim-not-found');
    const own = await person.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
    const said = Object.fromEntries(own.facts.map(({ key, value }) => [key, value]));
    expect(said).toMatchObject({ ...valuesOfLine(0), route: expect.stringMatching(/^\d+[.．、].{6}/) });
    expect(own.facts.map(({ label }) => label)).toContain('申报条件');
    expect(own.photoUrl).not.toBeNull();
    expect((await confirms(person, id)).confirmed).toBe('phone');
  });

  it('with the phone that is proven, not with the one that the unit had written', async () => {
    const [said] = (await rowsIn(body.agent, body.roster.id)).filter(({ claimed }) => claimed);
    const { values } = await body.agent.api.ok(rosterRows.getRosterRow, {
      params: { ...params(), rowId: said?.id ?? '' },
    });
    expect(values['phone']).toBe('13900000100');
  });

  it('five tries a day, and staff from then on', async () => {
    const guesser = await candidateByPhone(body.world, '13900000102');
    for (let tries = 0; tries < 5; tries += 1)
      expect((await guesser.api.refused(rosterRows.claimRosterRow, claim(1, '22222222'))).code).toBe('claim-not-found');
    const right = (await detailOf(1)).claimCode ?? '';
    expect((await guesser.api.refused(rosterRows.claimRosterRow, claim(1, right))).code).toBe('too-many-requests');
  });

  it('until the agent has new ones made', async () => {
    const before = (await detailOf(1)).claimCode ?? '';
    await body.agent.api.ok(rosterMembers.renewClaimCodes, { params: params() });
    const person = await candidateByPhone(body.world, '13900000103');
    expect((await person.api.refused(rosterRows.claimRosterRow, claim(1, before))).code).toBe('claim-not-found');
    const after = (await detailOf(1)).claimCode ?? '';
    await person.api.ok(rosterRows.claimRosterRow, claim(1, after));
  });

  it('who has left the firm goes on alone: before it is handed in, while it is reviewed, and once it is approved', async () => {
    const form = async (nth: number) => {
      const { id: rowId, version } = await detailOf(nth);
      const fileId = await uploaded(body.agent, 'document', await portrait());
      return body.agent.api.ok(rosterRows.takeSignedForm, {
        params: { ...params(), rowId },
        body: { fileId, version },
      });
    };
    const two = await form(2);
    const three = await form(3);
    await body.agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await body.world.runJobs();
    const own = await candidateByPhone(body.world, phoneOfLine(2));
    await own.api.ok(rosterRows.claimRosterRow, claim(2));
    expect(
      (await body.agent.api.refused(rosterRows.removeRosterRow, { params: { ...params(), rowId: two.id } })).code,
    ).toBe('row-claimed');
    for (const { id } of [two, three]) {
      const { version } = await body.reviewer.api.ok(applications.getReview, { params: { id } });
      await body.reviewer.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    }
    const roster = await body.agent.api.ok(rosters.openRosterOrder, { params: params() });
    expect(roster.orders).toMatchObject([{ candidates: 2, totalFen: 32_000 }]);
    expect(
      (await own.api.ok(applications.getApplication, { params: { id: two.id } })).progress.next,
    ).not.toContainEqual(expect.objectContaining({ action: 'pay' }));
    await own.api.ok(rosterMembers.leaveRoster, { params: { id: two.id } });
    const { items: news } = await body.agent.api.ok(messages.listMessages, { query: {} });
    expect(news[0]).toMatchObject({ code: 'unit-roster-news', data: { who: lineOf(2)['姓名'] } });
    const after = await body.agent.api.ok(rosters.getRoster, { params: params() });
    expect(after.orders).toMatchObject([{ candidates: 1, totalFen: 16_000 }]);
    const alone = await own.api.ok(applications.getApplication, { params: { id: two.id } });
    expect(alone).toMatchObject({ state: 'approved', paidByUnit: false });
    expect(alone.progress.next).toContainEqual(expect.objectContaining({ action: 'pay' }));
    // nobody leaves for somebody else
    expect((await own.api.refused(rosterMembers.leaveRoster, { params: { id: three.id } })).code).toBe('not-found');
    expect((await own.api.refused(rosterMembers.leaveRoster, { params: { id: two.id } })).code).toBe('not-found');
  });
});
