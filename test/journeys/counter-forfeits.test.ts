import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CounterView,
  applications,
  counter,
  importedRecords as imported,
  retakes,
} from '@jikaotong/shared/contract';
import { auditList } from '@jikaotong/shared/lists';
import { readPdfText } from '../../bff/src/platform/pdf/read-text.testing';
import { identityOf } from '../support/apply';
import { colleagueOf, firstOfShqbxh, openS25August, shqbxh } from '../support/counter';
import { passFromBefore, walkInFor } from '../support/pass-from-before';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { type World, openWorld } from '../support/world';

const wang = { name: '王建国', order: 41, phone: '13700004141' };
const liu = { name: '刘正', order: 42, phone: '13700004242' };

describe('S25 四（二）: who keeps a pass and applies anew at the counter', () => {
  let world: World;
  let administrator: SignedInPerson;
  let clerk: SignedInPerson;
  let sessionId: string;
  beforeAll(async () => {
    world = await openWorld({ day: '2025-06-20', time: '10:00' });
    administrator = await firstOfShqbxh(world);
    sessionId = await openS25August(administrator);
    clerk = await colleagueOf(world, administrator, shqbxh.id, 'chuangkou', ['reviewer']);
    await passFromBefore(world, administrator, wang);
  });
  afterAll(() => world.stop());

  const take = ({ application: { id, version } }: CounterView, meant: { forfeitsPasses?: true } = {}) =>
    clerk.api.call(counter.confirmAtCounter, {
      params: { id },
      body: { version, truthful: true, noticeRead: true, ...meant },
    });

  it('is taken as anybody where nothing is kept', async () => {
    expect((await take(await walkInFor(clerk, sessionId, liu))).code).toBe('ok');
  });

  it('is not taken until it is signed that the pass is given up, on a letter that names the clause', async () => {
    const seen = await walkInFor(clerk, sessionId, wang);
    const params = { id: seen.application.id };
    expect(await take(seen)).toMatchObject({ code: 'passes-kept', data: { until: '2026-09-20' } });
    expect((await clerk.api.ok(counter.getAtCounter, { params })).application.state).toBe('draft');
    const letter = await clerk.api.file(counter.downloadCounterForm, {
      params: { ...params, document: 'forfeit-letter' },
    });
    const said = readPdfText(letter).replaceAll(/\s/g, '');
    for (const printed of [wang.name, '保卫管理员', '按贵单位通知四（二）', '声明人（签名）'])
      expect(said).toContain(printed);
    expect((await take(seen, { forfeitsPasses: true })).code).toBe('ok');
    const { items } = await administrator.api.ok(auditList.rows, {
      params: { id: shqbxh.id },
      query: { about: seen.application.id, event: 'confirmed-at-counter' },
    });
    expect(items.map(({ values }) => values)).toMatchObject([{ walkIn: true, forfeitsPasses: true }]);
  });

  it('has given it up once staff have approved', async () => {
    const person = await candidateByPhone(world, wang.phone);
    const { documentNumber } = identityOf(wang);
    const { retakeId } = await person.api.ok(imported.claimPasses, {
      body: { name: wang.name, documentType: 'resident-id', documentNumber },
    });
    const standing = async () => (await person.api.ok(retakes.getRetake, { params: { id: retakeId } })).no;
    expect(await standing()).toBeNull();
    const { items } = await clerk.api.ok(counter.listAtCounter, { query: { of: 'today', q: wang.name } });
    const id = items[0]?.applicationId ?? '';
    const { version } = (await clerk.api.ok(counter.getAtCounter, { params: { id } })).application;
    await clerk.api.ok(applications.approveApplication, { params: { id }, body: { version } });
    expect(await standing()).toBe('retake-forfeited');
  });
});
