import { expect, it } from 'vitest';
import { applications, rosterRows, rosters } from '@jikaotong/shared/contract';
import { zipOf } from '../../bff/src/platform/sheets/zip-of.testing';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { phoneOfLine, trainingBodyIn, valuesOfLine } from '../support/training-body';
import { openBrowserWorld } from './browser-world';

it('an agent says whose a photo is that found nobody, and reads in the list why somebody was sent back', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  const { reviewer, roster } = body;
  const params = { id: roster.id };
  const added = async (nth: number) => {
    const values = { ...valuesOfLine(nth), phone: phoneOfLine(nth) };
    return body.agent.api.ok(rosterRows.addRosterRow, { params, body: { values } });
  };
  const sentBack = await added(0);
  const at = { params: { ...params, rowId: sentBack.id } };
  const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), 'unit-photos'));
  const photographed = await body.agent.api.ok(rosterRows.changeRosterRow, {
    ...at,
    ifMatch: sentBack.version,
    body: { photoFileId },
  });
  const fileId = await uploaded(body.agent, 'document', await portrait());
  await body.agent.api.ok(rosterRows.takeSignedForm, { ...at, body: { fileId, version: photographed.version } });
  await body.agent.api.ok(rosters.submitRoster, { params, body: { firstReviewed: false } });
  await world.runJobs();
  const { version } = await reviewer.api.ok(applications.getReview, { params: { id: sentBack.id } });
  await reviewer.api.ok(applications.returnApplication, {
    params: { id: sentBack.id },
    body: { version, remarks: [{ field: 'photo', text: '请重新拍照' }] },
  });
  const photoless = await added(1);
  world.clock.passWall(60_000);

  const agent = await candidateOn('没对上的照片', '13900000001');
  await goTo(agent, `packages/unit/roster/index?id=${roster.id}`);
  await agent.sees('选照片或压缩包');
  const zip = zipOf([{ name: 'IMG_0001.jpg', bytes: ownFile(await portrait(), 'unit-photos-loose') }]);
  await agent.pick('roster-photos', { name: '照片.zip', type: 'application/zip', bytes: zip });
  await agent.sees('其中 1 张点开选是谁的就能用');
  await agent.sees('还差 1 人');
  await agent.look('没有对上');
  await agent.tap('loose-');
  await agent.page.locator(`[id="photo-of-${photoless.id}"]`).waitFor();
  await agent.look('选是谁的');
  await agent.tap(`photo-of-${photoless.id}`);
  await agent.page.locator('#whose-photo').waitFor({ state: 'detached' });
  await agent.sees('采用 1 张');
  await agent.sees('全部对上了');
  await agent.page.locator('[id^="loose-"]').waitFor({ state: 'detached' });
  await agent.look('已给');
  const given = await body.agent.api.ok(rosterRows.getRosterRow, { params: { ...params, rowId: photoless.id } });
  expect(given.hasPhoto).toBe(true);

  await goTo(agent, `packages/unit/rows/index?id=${roster.id}&of=problems`);
  await agent.sees('退回：照片，请重新拍照');
  await agent.sees('照片退回以后还没有换，请换一张');
  await agent.look('退回的意见');
  expect(agent.faults()).toEqual([]);
});
