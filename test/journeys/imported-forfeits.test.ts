import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, importedRecords as contract } from '@jikaotong/shared/contract';
import { importedList } from '@jikaotong/shared/lists';
import { citizenNumber } from '../builders/citizen-number';
import { actOn } from '../support/act-on';
import { colleagueOf } from '../support/counter';
import { fillRows } from '../support/fill-rows';
import { candidateByPhone } from '../support/people';
import { sendSheet } from '../support/send-sheet';
import { type TrainingBody, openTrainingBody } from '../support/training-body';

const documentNumber = citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 7 });

describe('E24: a new application gives up what was passed before the system, too', () => {
  let training: TrainingBody;
  beforeAll(async () => {
    training = await openTrainingBody();
  });
  afterAll(() => training.world.stop());

  it('is told of first, and done when one says so', async () => {
    const { world, administrator, sessionId } = training;
    const params = { id: 'cecc' };
    const [clerk, other] = [
      await colleagueOf(world, administrator, 'cecc', 'daoru', ['publisher']),
      await colleagueOf(world, administrator, 'cecc', 'hedui', ['publisher']),
    ];
    const template = await clerk.api.file(contract.downloadImportTemplate, { params: { ...params, kind: 'pass' } });
    const row = {
      姓名: '王建国',
      证件类型: '居民身份证',
      证件号码: documentNumber,
      报考项目: '区块链应用操作员 四级/中级工',
      合格科目: '理论知识',
      考试结束日期: '2024-03-01',
      来源: '2024年春季台账',
    };
    const bytes = await fillRows(template, [{ ...row, 成绩公布日期: '2024-03-11', 手机号: '13800001111' }]);
    const sent = await sendSheet(world, clerk, { endpoints: contract.passesSheet, id: 'cecc', bytes });
    expect(sent).toMatchObject({ state: 'done', applied: 1 });
    const choice = { act: 'confirm', which: { match: {} } } as const;
    await actOn(world, other, { list: importedList, id: 'cecc', choice });
    const wangs = await candidateByPhone(world, '13800001111');
    // by the phone that the body had
    const { retakeId } = await wangs.api.ok(contract.claimPasses, {
      body: { name: '王建国', documentType: 'resident-id', documentNumber: documentNumber },
    });
    const begin = (forfeitsPasses: boolean) =>
      wangs.api.call(applications.createApplication, {
        body: { sessionId, offeringCode: 'blockchain-4', ...(forfeitsPasses && { forfeitsPasses: true as const }) },
      });
    expect(await begin(false)).toMatchObject({
      code: 'passes-kept',
      data: { applicationId: retakeId, until: '2025-03-11' },
    });
    expect((await begin(true)).status).toBe(200);
  });
});
