import { expect, it } from 'vitest';
import { importedRecords, rosterRows } from '@jikaotong/shared/contract';
import { ownFile, portrait } from '../builders/photos';
import { uploaded } from '../support/apply';
import { importPasses } from '../support/imported-pass';
import { candidateByPhone } from '../support/people';
import { numberOf } from '../support/rosters';
import { phoneOfLine, trainingBodyIn, valuesOfLine } from '../support/training-body';
import { openBrowserWorld } from './browser-world';

it('a member who keeps a pass sees what the unit’s new application would cost, and gives it up only after being asked twice', async () => {
  const { world, candidateOn, goTo } = await openBrowserWorld({ day: '2024-08-12' });
  const body = await trainingBodyIn(world);
  const [name = '', documentNumber, mobile] = [valuesOfLine(0)['name'], numberOf(0), phoneOfLine(0)];
  await importPasses(body, [{ name, documentNumber, phone: mobile }]);
  const params = { id: body.roster.id };
  const row = await body.agent.api.ok(rosterRows.addRosterRow, {
    params,
    body: { values: { ...valuesOfLine(0), phone: mobile } },
  });
  const photoFileId = await uploaded(body.agent, 'photo', ownFile(await portrait(), 'forfeit-look'));
  const change = { params: { ...params, rowId: row.id }, ifMatch: row.version, body: { photoFileId } };
  await body.agent.api.ok(rosterRows.changeRosterRow, change);
  const person = await candidateByPhone(world, mobile);
  const said = { name, documentType: 'resident-id' as const, documentNumber };
  await person.api.ok(importedRecords.claimPasses, { body: said });
  await person.api.ok(rosterRows.claimRosterRow, { body: said });

  const member = await candidateOn('有保留成绩的成员', mobile);
  await goTo(member, `packages/unit/confirm/index?id=${row.id}`);
  await member.sees('您有保留的合格成绩');
  await member.look('单位按新报名报的');
  await member.tap('see-kept');
  await member.sees('理论知识');
  await member.look('保留的成绩');
  await member.page.goBack();
  await member.tap('row-truthful');
  await member.tap('row-notice-read');
  await member.tap('confirm-row');
  await member.sees('放弃保留的成绩？');
  await member.tapWord('不重新报');
  await member.sees('您有保留的合格成绩');
  await member.tap('confirm-row');
  await member.tapWord('仍要重报');
  await member.sees('再确认一次');
  await member.tapWord('放弃成绩');
  await member.sees('单位提交后，可以在“我的报名”里看进度');
  await member.look('确认以后');
  expect(await person.api.ok(rosterRows.getOwnRosterRow, { params: { id: row.id } })).toMatchObject({
    confirmed: 'phone',
    kept: null,
  });
  expect(member.faults()).toEqual([]);
});
