import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TellNeeds, messages, tellings } from '@jikaotong/shared/contract';
import { applicantList } from '@jikaotong/shared/lists';
import { type School, payAll, schoolIn, seatAll } from '../support/paid-school';
import { openWorld } from '../support/world';

describe('what the agents of a unit hear that pays for its people', () => {
  let school: School;
  beforeAll(async () => {
    school = await schoolIn(await openWorld({ day: '2025-06-17' }), 2);
  });
  afterAll(() => school.world.stop());
  const told = async (code: string) =>
    (await school.agent.api.ok(messages.listMessages, { query: {} })).items
      .filter((message) => message.code === code)
      .map(({ data }) => data);

  it('hears of all who were approved at once that they can be ordered', async () => {
    await school.world.moveTo('2025-06-18');
    expect(await told('unit-roster-news')).toMatchObject([{ unitName: '某保安学校', order: 2, ticketed: 0 }]);
  });

  it('is reminded of whom it has not ordered, while staff cannot press its members for money', async () => {
    const needs: TellNeeds = { template: 'pay' };
    const params = { id: school.sessionId };
    const { id: selectionId } = await school.administrator.api.ok(applicantList.acting.select, {
      params,
      body: { act: 'tell', which: { match: {} }, needs },
    });
    const preview = { params: { ...params, selectionId } };
    expect(await school.administrator.api.ok(tellings.previewTelling, preview)).toMatchObject({ fits: 0, unfit: 2 });
    await school.world.moveTo('2025-07-19', '08:59');
    expect(await told('payment-reminder')).toEqual([]);
    await school.world.moveTo('2025-07-19', '09:00');
    const data = { unitId: expect.any(String), unitName: '某保安学校', payBy: '2025-07-20' };
    expect(await told('payment-reminder')).toEqual([data]);
  });

  it('hears once that tickets are there, for how many', async () => {
    await payAll(school);
    await seatAll(school);
    await school.world.moveTo('2025-08-12');
    const news = await told('unit-roster-news');
    expect(news.filter(({ ticketed }) => Number(ticketed) > 0)).toMatchObject([{ ticketed: 2, order: 0, unpaid: 0 }]);
  });
});
