import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applications, importedRecords as contract } from '@jikaotong/shared/contract';
import { citizenNumber } from '../builders/citizen-number';
import { importPasses } from '../support/imported-pass';
import { candidateByPhone } from '../support/people';
import { type TrainingBody, openTrainingBody } from '../support/training-body';

const documentNumber = citizenNumber({ birthDate: '1990-05-01', sex: 'male', order: 7 });

describe('E24: a new application gives up what was passed before the system, too', () => {
  let training: TrainingBody;
  beforeAll(async () => {
    training = await openTrainingBody();
  });
  afterAll(() => training.world.stop());

  it('is told of first, and done when one says so', async () => {
    const { world, sessionId } = training;
    await importPasses(training, [{ name: '王建国', documentNumber, phone: '13800001111' }]);
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
