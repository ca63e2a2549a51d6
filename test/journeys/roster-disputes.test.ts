import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnRosterRow, applications, messages, rosterRows, rosters } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { numberOf, rowsIn } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';

describe('a member calls single facts of the own row wrong', () => {
  let body: TrainingBody;
  let member: SignedInPerson;
  let id: string;
  const at = () => ({ id: body.roster.id, rowId: id });
  const own = (): Promise<OwnRosterRow> => member.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
  const seen = () => body.agent.api.ok(rosterRows.getRosterRow, { params: at() });
  const says = async (field: string, said: string) =>
    member.api.ok(rosterRows.disputeOwnRow, {
      params: { id },
      body: { version: (await own()).version, field, said },
    });
  const confirmation = async () => ({
    params: { id },
    body: { version: (await own()).version, truthful: true as const, noticeRead: true as const },
  });
  const toldOf = async (who: SignedInPerson) =>
    (await who.api.ok(messages.listMessages, { query: { limit: 50 } })).items;
  const change = async (values: Record<string, string>) =>
    body.agent.api.ok(rosterRows.changeRosterRow, {
      params: at(),
      ifMatch: (await seen()).version,
      body: { values },
    });
  const counts = async () => (await body.agent.api.ok(rosters.getRoster, { params: { id: body.roster.id } })).counts;

  beforeAll(async () => {
    body = await openTrainingBody();
    const values = { ...valuesOfLine(0, { jobEmployer: '某单位' }), phone: phoneOfLine(0) };
    const row = await body.agent.api.ok(rosterRows.addRosterRow, {
      params: { id: body.roster.id },
      body: { values },
    });
    id = row.id;
    const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), 'dispute'));
    await body.agent.api.ok(rosterRows.changeRosterRow, {
      params: at(),
      ifMatch: row.version,
      body: { photoFileId },
    });
    member = await candidateByPhone(body.world, phoneOfLine(0));
    await member.api.ok(rosterRows.claimRosterRow, {
      body: { name: valuesOfLine(0)['name'] ?? '', documentType: 'resident-id', documentNumber: numberOf(0) },
    });
  });
  afterAll(() => body.world.stop());

  it('before confirming, which stands at the agent’s row and stops the row', async () => {
    await member.api.ok(rosterRows.confirmOwnRosterRow, await confirmation());
    expect((await counts()).submittable).toBe(1);
    const said = await says('jobFrom', '我是 2014 年 3 月 1 日开始做的');
    expect(said).toMatchObject({
      confirmed: null,
      disputes: [{ field: 'jobFrom', label: '从哪天起', said: '我是 2014 年 3 月 1 日开始做的', state: 'open' }],
    });
    expect(await member.api.refused(rosterRows.confirmOwnRosterRow, await confirmation())).toMatchObject({
      code: 'wrong-state',
      data: { state: 'row-disputed' },
    });
    expect(await seen()).toMatchObject({ disputed: true, disputes: said.disputes });
    expect(await rowsIn(body.agent, body.roster.id, 'problems')).toMatchObject([{ id, disputed: true }]);
    expect(await counts()).toMatchObject({ disputed: 1, submittable: 0, unconfirmed: 1 });
  });

  it('which no form that was signed before stands for', async () => {
    const fileId = await uploaded(body.agent, 'document', await portrait());
    const form = { params: at(), body: { fileId, version: (await seen()).version } };
    expect((await body.agent.api.refused(rosterRows.takeSignedForm, form)).data).toEqual({ state: 'row-disputed' });
    expect(
      await body.agent.api.refused(rosters.submitRoster, {
        params: { id: body.roster.id },
        body: { firstReviewed: false },
      }),
    ).toMatchObject({ code: 'nothing-to-submit' });
  });

  it('once a fact, in the words said last, and only of what stands in a row', async () => {
    expect((await says('jobFrom', '应为 2014-03-01')).disputes).toMatchObject([{ said: '应为 2014-03-01' }]);
    const request = { params: { id }, body: { version: (await own()).version, field: 'mood', said: '不对' } };
    expect((await member.api.refused(rosterRows.disputeOwnRow, request)).code).toBe('invalid-input');
    const stale = { params: { id }, body: { version: 1, field: 'name', said: '不对' } };
    expect((await member.api.refused(rosterRows.disputeOwnRow, stale)).code).toBe('changed-meanwhile');
  });

  it('and the agents hear of all of them at once', async () => {
    await body.world.moveTo('2024-08-13', '09:00');
    const news = (await toldOf(body.agent)).filter(({ code }) => code === 'unit-roster-news');
    expect(news).toMatchObject([{ data: { disputed: 1 } }]);
  });

  it('is mended when that fact is another, and is then confirmed anew', async () => {
    await change({ ...valuesOfLine(0, { jobEmployer: '某公司' }), phone: phoneOfLine(0) });
    expect((await seen()).disputes).toMatchObject([{ state: 'open' }]);
    await change({ ...valuesOfLine(0, { jobEmployer: '某公司', jobFrom: '2014-03-01' }), phone: phoneOfLine(0) });
    expect(await seen()).toMatchObject({ disputed: false, disputes: [{ state: 'mended' }] });
    expect((await toldOf(member))[0]?.code).toBe('roster-row-changed');
    expect(await own()).toMatchObject({ confirmed: null, disputes: [{ state: 'mended' }] });
    expect((await member.api.ok(rosterRows.confirmOwnRosterRow, await confirmation())).confirmed).toBe('phone');
    expect((await counts()).submittable).toBe(1);
  });

  it('or is answered, once, of which the member is told', async () => {
    const { disputes } = await says('photo', '照片不是我');
    const answer = {
      params: { ...at(), disputeId: disputes[0]?.id ?? '' },
      body: { answer: '照片是您 8 月 1 日在单位拍的' },
    };
    const answered = await body.agent.api.ok(rosterRows.answerRowDispute, answer);
    expect(answered).toMatchObject({
      disputed: false,
      disputes: [{ field: 'photo', label: '照片', state: 'answered', answer: '照片是您 8 月 1 日在单位拍的' }, {}],
    });
    expect((await body.agent.api.refused(rosterRows.answerRowDispute, answer)).code).toBe('wrong-state');
    expect((await toldOf(member))[0]).toMatchObject({ code: 'roster-row-answered', applicationId: id });
    expect((await member.api.ok(rosterRows.confirmOwnRosterRow, await confirmation())).confirmed).toBe('phone');
  });

  it('or taken back by the member alone', async () => {
    const { disputes } = await says('other', '还有一段工作没有写');
    const params = { id, disputeId: disputes[0]?.id ?? '' };
    const other = await candidateByPhone(body.world, '13900000177');
    expect((await other.api.refused(rosterRows.withdrawOwnDispute, { params })).code).toBe('not-found');
    expect((await member.api.ok(rosterRows.withdrawOwnDispute, { params })).disputes).toHaveLength(2);
    expect((await member.api.refused(rosterRows.withdrawOwnDispute, { params })).code).toBe('wrong-state');
    expect(await seen()).toMatchObject({ disputed: false });
  });

  it('and needs nobody any more once the member has put it right alone', async () => {
    await says('photo', '照片不是我');
    const photoFileId = await uploaded(member, 'photo', ownFile(await portrait(), 'own-dispute'));
    const { version } = await own();
    await member.api.ok(applications.saveApplication, { params: { id }, ifMatch: version, body: { photoFileId } });
    expect(await own()).toMatchObject({ disputes: [{ state: 'mended' }, {}, {}] });
    expect(await seen()).toMatchObject({ disputed: false });
  });

  it('and of nobody else’s row, nor of one that is handed in', async () => {
    const request = { params: { id }, body: { version: (await own()).version, field: 'name', said: '不对' } };
    expect((await body.agent.api.refused(rosterRows.disputeOwnRow, request)).code).toBe('not-found');
    await member.api.ok(rosterRows.confirmOwnRosterRow, await confirmation());
    await body.agent.api.ok(rosters.submitRoster, { params: { id: body.roster.id }, body: { firstReviewed: false } });
    await body.world.runJobs();
    expect(await member.api.refused(rosterRows.disputeOwnRow, await bodyOf(request))).toMatchObject({
      code: 'wrong-state',
      data: { state: 'submitted' },
    });
  });
  const bodyOf = async (request: {
    params: { id: string };
    body: { field: string; said: string; version: number };
  }) => ({
    ...request,
    body: { ...request.body, version: (await own()).version },
  });
});
