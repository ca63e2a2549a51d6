import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, bodies } from '@jikaotong/shared/contract';
import { auditList, staffList } from '@jikaotong/shared/lists';
import { addBodyIfAbsent } from '@jikaotong/bff/features/bodies';
import { addStaff } from '@jikaotong/bff/features/accounts';
import { type SignedInPerson, bspia, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

const params = { id: bspia.id };

describe('a list', () => {
  let world: World;
  let administrator: SignedInPerson;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    await world.db.tx(async (h) => {
      await addBodyIfAbsent(h, { id: 'cecc', name: '中国电子商会', nowMs: 0 });
      for (let n = 0; n < 120; n += 1) {
        const roles: Role[] = n % 3 === 0 ? ['finance', 'reviewer'] : ['invigilator'];
        const bodyId = n < 110 ? bspia.id : 'cecc';
        const name = `m${String(n).padStart(3, '0')}`;
        const staff = { name, displayName: `监考${n % 7}_${n}`, bodyId, bodyName: bodyId, roles };
        const account = await addStaff(h, staff, world.clock.businessNow() - n * 86_400_000);
        if (account !== 'name-taken') ids[name] = account.id;
      }
    });
  });
  afterAll(() => world.stop());

  const walk = async (query: Record<string, string>) => {
    const names: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await administrator.api.ok(staffList.rows, {
        params,
        query: { ...query, limit: '17', ...(cursor && { cursor }) },
      });
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next ?? undefined;
      more = page.next !== null;
    }
    return names;
  };

  it('comes page by page in the order asked for, each row once, and nobody of another body', async () => {
    const inOrder = Array.from({ length: 110 }, (_, n) => `m${String(n).padStart(3, '0')}`);
    expect(await walk({})).toEqual(['admin', ...inOrder]);
    expect(await walk({ sort: '-name' })).toEqual(['admin', ...inOrder].toReversed());
    // the administrator and m000 joined in the same instant: the id decides between them
    expect((await walk({ sort: '-since' })).slice(2)).toEqual(inOrder.slice(1));
    expect(new Set(await walk({ sort: 'shownName' })).size).toBe(111);
  });

  it('refuses a cursor of another sort or filter, and a filter that means nothing', async () => {
    const { next } = await administrator.api.ok(staffList.rows, { params, query: { limit: '5' } });
    const cursor = next ?? '';
    for (const query of [{ sort: '-name', cursor }, { state: 'active', cursor }, { cursor: 'anything' }])
      expect(await administrator.api.refused(staffList.rows, { params, query })).toMatchObject({
        code: 'invalid-input',
      });
    for (const query of [
      { state: 'gone' },
      { since: '2026-02-30..' },
      { since: '..' },
      { sort: 'roles' },
      { limit: '0' },
    ])
      expect(await administrator.api.refused(staffList.rows, { params, query })).toMatchObject({
        code: 'invalid-input',
      });
  });

  it('is narrowed by codes, days and any part of a name, and counts what each code would leave', async () => {
    expect(await walk({ roles: 'finance', q: '监考3' })).toEqual(['m003', 'm024', 'm045', 'm066', 'm087', 'm108']);
    expect(await walk({ q: 'M10 监考' })).toHaveLength(10);
    // a blank of LIKE is a letter like any other
    expect(await walk({ q: '3_3' })).toEqual(['m003', 'm031', 'm038']);
    expect(await walk({ since: '2026-11-20..2026-11-21' })).toEqual(['m002', 'm003']);
    expect(await walk({ since: '2026-11-23..' })).toEqual(['admin', 'm000']);
    const { total, by } = await administrator.api.ok(staffList.counts, { params, query: { roles: 'finance' } });
    expect(total).toBe(37);
    expect(by).toEqual({
      state: { invited: 37 },
      secondFactor: { no: 37 },
      roles: { administrator: 1, operator: 1, finance: 37, reviewer: 37, invigilator: 73 },
    });
  });

  it('does not exist for who does not work there, and is forbidden to other roles', async () => {
    const elsewhere = { params: { id: 'cecc' }, query: {} };
    for (const endpoint of [staffList.rows, staffList.counts, staffList.sheet, auditList.rows])
      expect(await administrator.api.refused(endpoint, elsewhere)).toMatchObject({ code: 'not-found' });
    const clerk = await staffMember(world, administrator, 'clerk', ['finance']);
    expect(await clerk.api.refused(staffList.rows, { params, query: {} })).toMatchObject({ code: 'forbidden' });
    await administrator.api.ok(bodies.removeStaff, { params: { ...params, accountId: clerk.accountId } });
  });

  it('goes into a sheet whole, with the columns chosen, and the audit keeps who took it', async () => {
    const query = { q: '监考', columns: 'name,roles,since', sort: '-name' };
    const file = await administrator.api.file(staffList.sheet, { params, query });
    const book = new exceljs.Workbook();
    await book.xlsx.load(Uint8Array.from(file).buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.name).toBe('工作人员');
    expect(sheet?.rowCount).toBe(111);
    expect(sheet?.getRow(1).values).toEqual([undefined, '用户名', '权限', '加入时间']);
    expect(sheet?.getRow(2).values).toEqual([undefined, 'm109', '监考员', new Date('2026-08-06T09:00:00Z')]);
    expect(sheet?.getRow(110).getCell(2).value).toBe('监考员');
    expect(sheet?.getRow(111).getCell(2).value).toBe('审核员、财务');
    const { items } = await administrator.api.ok(auditList.rows, { params, query: { event: 'list-exported' } });
    expect(items[0]).toMatchObject({
      actorKind: 'staff',
      actor: 'admin',
      topic: 'look',
      values: { list: 'staff', rows: 110, columns: ['name', 'roles', 'since'], filters: ['q'], reason: null },
    });
  });

  it('lets all that match be acted on as they stood, one result a row, and taken back', async () => {
    const which = { match: { roles: 'finance' }, except: [ids['m003'] ?? ''] };
    const frozen = await administrator.api.ok(staffList.acting.select, { params, body: { act: 'disable', which } });
    expect(frozen).toMatchObject({ state: 'frozen', total: 36, waiting: 36, mayTakeBack: false });
    // m006 has changed since, m009 is no longer there
    const one = (name: string) => ({ ...params, accountId: ids[name] ?? '' });
    await administrator.api.ok(bodies.updateStaff, { params: one('m006'), body: { disabled: true } });
    await administrator.api.ok(bodies.removeStaff, { params: one('m009') });

    const where = { ...params, selectionId: frozen.id };
    await administrator.api.ok(staffList.acting.start, { params: where });
    expect(await administrator.api.refused(staffList.acting.start, { params: where })).toMatchObject({
      code: 'wrong-state',
    });
    await world.runJobs();
    const after = await administrator.api.ok(staffList.acting.progress, { params: where });
    expect(after).toMatchObject({ state: 'done', waiting: 0, done: 34, refused: 2, mayTakeBack: true });
    const { items } = await administrator.api.ok(staffList.acting.results, {
      params: where,
      query: { state: 'refused' },
    });
    expect(new Map(items.map(({ rowId, row, code }) => [rowId, [row?.name ?? null, code]]))).toEqual(
      new Map([
        [ids['m006'], ['m006', 'changed-meanwhile']],
        [ids['m009'], [null, 'not-found']],
      ]),
    );
    const stateOf = async (state: string) => (await walk({ state, roles: 'finance' })).length;
    expect(await stateOf('disabled')).toBe(35);

    const back = await administrator.api.ok(staffList.acting.takeBack, { params: where });
    expect(await administrator.api.refused(staffList.acting.takeBack, { params: where })).toMatchObject({
      code: 'wrong-state',
    });
    await administrator.api.ok(bodies.updateStaff, { params: one('m012'), body: { disabled: false } });
    await world.runJobs();
    const undone = { ...params, selectionId: back.id };
    expect(await administrator.api.ok(staffList.acting.progress, { params: undone })).toMatchObject({
      act: 'enable',
      total: 34,
      done: 33,
      refused: 1,
      takesBack: frozen.id,
      mayTakeBack: false,
    });
    expect(await stateOf('disabled')).toBe(1);
  });

  it('acts with the rights of the moment: who has lost them since gets nothing done', async () => {
    const chief = await staffMember(world, administrator, 'chief', ['administrator']);
    const which = { ids: [ids['m001'] ?? '', ids['m115'] ?? ''] };
    const frozen = await chief.api.ok(staffList.acting.select, { params, body: { act: 'disable', which } });
    // m115 works for another body: it is not in this list
    expect(frozen.total).toBe(1);
    await chief.api.ok(staffList.acting.start, { params: { ...params, selectionId: frozen.id } });
    const accountId = chief.accountId;
    await administrator.api.ok(bodies.updateStaff, { params: { ...params, accountId }, body: { roles: ['finance'] } });
    await world.runJobs();
    const { items } = await administrator.api.ok(staffList.acting.results, {
      params: { ...params, selectionId: frozen.id },
      query: {},
    });
    expect(items).toMatchObject([{ rowId: ids['m001'], state: 'refused', code: 'forbidden' }]);
  });

  it('stops when told so, and refuses a choice of nobody', async () => {
    const body = { act: 'enable', which: { match: { q: 'nobody-has-this-name' } } } as const;
    expect(await administrator.api.refused(staffList.acting.select, { params, body })).toMatchObject({
      code: 'wrong-state',
      data: { state: 'empty' },
    });
    const all = { act: 'disable', which: { match: { roles: 'invigilator' } } } as const;
    const { id } = await administrator.api.ok(staffList.acting.select, { params, body: all });
    const where = { ...params, selectionId: id };
    await administrator.api.ok(staffList.acting.start, { params: where });
    await administrator.api.ok(staffList.acting.cancel, { params: where });
    await world.runJobs();
    expect(await administrator.api.ok(staffList.acting.progress, { params: where })).toMatchObject({
      state: 'cancelled',
      done: 0,
      waiting: 73,
    });
  });

  it('of the audit holds what happened in the body, by whatever the event names', async () => {
    const { items } = await administrator.api.ok(auditList.rows, { params, query: { topic: 'staff', limit: '200' } });
    expect(items[0]).toMatchObject({ event: 'staff-changed', actor: 'admin', values: { roles: ['finance'] } });
    const mine = await administrator.api.ok(auditList.rows, {
      params,
      query: { about: ids['m009'], sort: 'at' },
    });
    expect(mine.items.map(({ event }) => event)).toEqual(['staff-removed']);
    const { by } = await administrator.api.ok(auditList.counts, { params, query: {} });
    expect(by['topic']).toMatchObject({ look: 1, bulk: expect.any(Number) });
    expect(by['actorKind']).toMatchObject({ staff: expect.any(Number) });
  });
});
