import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedRecords, rosterMembers, rosterRows, rosters } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { importPasses } from '../support/imported-pass';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { numberOf, rowsIn } from '../support/rosters';
import { type TrainingBody, openTrainingBody, phoneOfLine, valuesOfLine } from '../support/training-body';
import { tokenIn } from '../support/units';

const KEPT_UNTIL = '2025-03-11';
const SAID = { truthful: true, noticeRead: true } as const;

describe('what a unit enters as new gives up what its people keep by their own word alone', () => {
  let body: TrainingBody;
  const nameOf = (nth: number) => valuesOfLine(nth)['name'] ?? '';
  const documentOf = (nth: number) => ({ documentType: 'resident-id' as const, documentNumber: numberOf(nth) });
  beforeAll(async () => {
    body = await openTrainingBody();
    const passed = [0, 1, 2].map((nth) => ({
      name: nameOf(nth),
      documentNumber: numberOf(nth),
      phone: phoneOfLine(nth),
    }));
    await importPasses(body, passed);
  });
  afterAll(() => body.world.stop());
  const params = () => ({ id: body.roster.id });

  /** Enters one, with a photo; gives the row as it stands then. */
  const enters = async (nth: number) => {
    const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
    const row = await body.agent.api.ok(rosterRows.addRosterRow, { params: params(), body: { values } });
    const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), `forfeit-${nth}`));
    const change = { params: { ...params(), rowId: row.id }, ifMatch: row.version, body: { photoFileId } };
    return body.agent.api.ok(rosterRows.changeRosterRow, change);
  };
  const handsIn = async () => {
    await body.agent.api.ok(rosters.submitRoster, { params: params(), body: { firstReviewed: false } });
    await body.world.runJobs();
  };
  const detail = (rowId: string) => body.agent.api.ok(rosterRows.getRosterRow, { params: { ...params(), rowId } });
  const claimsPasses = async (person: SignedInPerson, nth: number) =>
    person.api.ok(importedRecords.claimPasses, { body: { name: nameOf(nth), ...documentOf(nth) } });
  const claimsRow = async (person: SignedInPerson, nth: number) =>
    person.api.ok(rosterRows.claimRosterRow, { body: { name: nameOf(nth), ...documentOf(nth) } });
  const own = (person: SignedInPerson, id: string) => person.api.ok(rosterRows.getOwnRosterRow, { params: { id } });
  const confirms = async (person: SignedInPerson, id: string, meant: { forfeitsPasses?: true } = {}) => {
    const { version } = await own(person, id);
    return person.api.call(rosterRows.confirmOwnRosterRow, { params: { id }, body: { version, ...SAID, ...meant } });
  };

  it('is asked of whoever confirms on the phone, and the row is handed in once they mean it', async () => {
    const { id } = await enters(0);
    const person = await candidateByPhone(body.world, phoneOfLine(0));
    const { retakeId } = await claimsPasses(person, 0);
    await claimsRow(person, 0);
    const kept = { applicationId: retakeId, until: KEPT_UNTIL };
    expect((await own(person, id)).kept).toEqual(kept);
    expect(await confirms(person, id)).toMatchObject({ code: 'passes-kept', data: kept });
    expect((await own(person, id)).confirmed).toBeNull();
    expect(await confirms(person, id, { forfeitsPasses: true })).toMatchObject({
      code: 'ok',
      data: { confirmed: 'phone', kept: null },
    });
    await handsIn();
    expect((await detail(id)).state).toBe('submitted');
  });

  it('holds back who has signed on paper alone, in words that tell the agent nothing, until they say so themselves', async () => {
    const { id, version } = await enters(1);
    const fileId = await uploaded(body.agent, 'document', await portrait());
    const signed = { params: { ...params(), rowId: id }, body: { fileId, version } };
    await body.agent.api.ok(rosterRows.takeSignedForm, signed);
    await handsIn();
    const held = await detail(id);
    expect([held.state, held.outcome]).toEqual(['draft', expect.stringContaining('由协会核对')]);
    expect(JSON.stringify(held)).not.toMatch(/保留|合格成绩|补考/);

    const person = await candidateByPhone(body.world, phoneOfLine(1));
    const { retakeId } = await claimsPasses(person, 1);
    await claimsRow(person, 1);
    expect(await own(person, id)).toMatchObject({ kept: { applicationId: retakeId, until: KEPT_UNTIL } });
    expect((await confirms(person, id, { forfeitsPasses: true })).code).toBe('ok');
    await handsIn();
    expect((await detail(id)).state).toBe('submitted');
  });

  it('is asked of whoever fills in by the code of the unit, too', async () => {
    const { link } = await body.agent.api.ok(rosterMembers.openRosterLink, { params: params() });
    const person = await candidateByPhone(body.world, phoneOfLine(2));
    await claimsPasses(person, 2);
    const photoFileId = await uploaded(person, 'photo', ownFile(await portrait(), 'forfeit-2'));
    const filled = { values: valuesOfLine(2), photoFileId, ...SAID, shares: true } as const;
    const fills = (meant: { forfeitsPasses?: true }) =>
      person.api.call(rosterMembers.fillRosterRow, {
        params: { token: tokenIn(link?.path ?? null) },
        body: { ...filled, ...meant },
      });
    expect(await fills({})).toMatchObject({ code: 'passes-kept', data: { until: KEPT_UNTIL } });
    expect((await rowsIn(body.agent, body.roster.id)).map(({ name }) => name)).not.toContain(nameOf(2));
    expect(await fills({ forfeitsPasses: true })).toMatchObject({ code: 'ok', data: { confirmed: 'phone' } });
  });
});
