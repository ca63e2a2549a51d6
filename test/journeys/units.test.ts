import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages, units } from '@jikaotong/shared/contract';
import { auditList, unitList } from '@jikaotong/shared/lists';
import {
  type SignedInPerson,
  bspia,
  candidateByPhone,
  candidateByWechat,
  firstAdministrator,
  staffMember,
} from '../support/people';
import { registered, tokenIn, unitCode, unitTold } from '../support/units';
import { type World, openWorld } from '../support/world';

describe('a unit', () => {
  let world: World;
  let administrator: SignedInPerson;
  let reviewer: SignedInPerson;
  let agent: SignedInPerson;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    administrator = await firstAdministrator(world);
    reviewer = await staffMember(world, administrator, 'shenhe', ['reviewer']);
    agent = await candidateByPhone(world, '13900000001');
  });
  afterAll(() => world.stop());
  const unitsFound = async (query: Record<string, string>) =>
    (await reviewer.api.ok(unitList.rows, { params: { id: bspia.id }, query })).items;
  const staffSees = (id: string) => reviewer.api.ok(units.getStaffUnit, { params: { id } });

  it('is registered by whoever has proven a phone, with a code that can be one', async () => {
    const told = await unitTold(agent);
    const wrong = { ...told, code: '91110105MA0000001A' };
    expect((await agent.api.refused(units.registerUnit, { body: wrong })).code).toBe('unit-code-wrong');
    const noPhone = await candidateByWechat(world, 'o-no-phone');
    expect((await noPhone.api.refused(units.registerUnit, { body: told })).code).toBe('phone-not-proven');
    const thief = await candidateByPhone(world, '13900000099');
    expect((await thief.api.refused(units.registerUnit, { body: told })).code).toBe('file-refused');
    const unit = await agent.api.ok(units.registerUnit, { body: { ...told, code: unitCode(1).toLowerCase() } });
    expect(unit).toMatchObject({ state: 'submitted', code: told.code, contactPhone: '13900000001', remarks: [] });
    expect(unit.agents).toMatchObject([{ phoneMasked: '139****0001', isMe: true }]);
    expect((await agent.api.ok(units.listMyUnits, {})).items).toMatchObject([{ id: unit.id, bodyId: 'bspia' }]);
    const twice = { ...told, proofFileId: (await unitTold(agent)).proofFileId };
    expect((await agent.api.refused(units.registerUnit, { body: twice })).data).toEqual({ state: 'unit-own' });
  });

  it('is found by name, code, the phone of the contact and of an agent', async () => {
    const second = await candidateByPhone(world, '13900000002');
    const { id } = await registered(second, { name: '海淀保安学校', kind: 'school', code: unitCode(2) });
    for (const q of ['保安学校', unitCode(2).slice(0, 17), '13900000002'])
      expect((await unitsFound({ q })).map((row) => row.id)).toEqual([id]);
    expect((await unitsFound({ q: '13900000001' })).length).toBe(2);
    expect(await unitsFound({ q: '13900000077' })).toEqual([]);
    expect((await unitsFound({ kind: 'school' })).map((row) => row.id)).toEqual([id]);
  });

  it('is sent back with a remark a field, mended, and approved; then only its contact changes', async () => {
    const { id, version } = await registered(agent, { name: '北京乙公司', code: unitCode(3) });
    const params = { id };
    const remarks = [{ field: 'name' as const, text: '与营业执照不一致' }];
    await reviewer.api.ok(units.returnUnit, { params, body: { version, remarks } });
    const returned = await agent.api.ok(units.getUnit, { params });
    expect(returned).toMatchObject({ state: 'returned', remarks });
    const old = { params, ifMatch: version, body: { name: '北京乙安防有限公司' } };
    expect((await agent.api.refused(units.changeUnit, old)).code).toBe('changed-meanwhile');
    const mended = await agent.api.ok(units.changeUnit, { ...old, ifMatch: returned.version });
    expect(mended).toMatchObject({ state: 'submitted', name: '北京乙安防有限公司', remarks: [] });
    const seen = { params, body: { version: mended.version } };
    expect((await reviewer.api.refused(units.approveUnit, { params, body: { version } })).code).toBe(
      'changed-meanwhile',
    );
    const approved = await reviewer.api.ok(units.approveUnit, seen);
    expect(approved.history.map(({ code }) => code)).toEqual(['approved', 'changed', 'returned', 'registered']);
    expect(approved.history[2]).toMatchObject({ byName: 'shenhe', remarks });
    const rename = { params, ifMatch: approved.version, body: { name: '别的公司' } };
    expect((await agent.api.refused(units.changeUnit, rename)).code).toBe('wrong-state');
    const call = { params, ifMatch: approved.version, body: { contactPhone: '13900000088' } };
    expect(await agent.api.ok(units.changeUnit, call)).toMatchObject({
      state: 'approved',
      contactPhone: '13900000088',
    });
  });

  it('without a code is judged by its proof', async () => {
    const { id, version } = await registered(agent, { name: '某救援队', kind: 'other', code: null });
    const body = { version, reason: '证明材料看不清' };
    await reviewer.api.ok(units.rejectUnit, { params: { id }, body });
    expect(await agent.api.ok(units.getUnit, { params: { id } })).toMatchObject({
      state: 'rejected',
      reason: '证明材料看不清',
    });
  });

  it('gets the same answer where somebody else holds its code; staff see both, and approve one', async () => {
    const rival = await candidateByPhone(world, '13900000003');
    const code = unitCode(4);
    const first = await registered(agent, { name: '丙公司', code });
    const second = await registered(rival, { name: '丙公司（自称）', code });
    const plain = ({ code: of, state, version, kind, remarks, reason }: typeof first) => ({
      of,
      state,
      version,
      kind,
      remarks,
      reason,
    });
    expect(plain(second)).toEqual(plain(first));
    expect((await unitsFound({ contested: 'yes' })).map(({ id }) => id)).toEqual([second.id]);
    expect((await staffSees(second.id)).sameCode).toMatchObject([{ id: first.id, name: '丙公司' }]);
    const approve = { params: { id: second.id }, body: { version: second.version } };
    expect((await reviewer.api.refused(units.approveUnit, approve)).code).toBe('unit-code-held');
    expect((await staffSees(second.id)).state).toBe('submitted');
    const gone = { params: { id: first.id }, body: { version: first.version, reason: '不是本单位' } };
    await reviewer.api.ok(units.rejectUnit, gone);
    expect((await reviewer.api.ok(units.approveUnit, approve)).state).toBe('approved');
  });

  it('that staff entered without an agent takes whoever claims its code as one, once, and the claim ends with words', async () => {
    const { bodyId, ...told } = await unitTold(reviewer, { name: '庚公司', code: unitCode(9) });
    const entered = await reviewer.api.ok(units.enterUnit, { params: { id: bodyId }, body: told });
    const claimant = await candidateByPhone(world, '13900000092');
    const late = await candidateByPhone(world, '13900000093');
    const claim = await registered(claimant, { name: '庚公司（北京）', code: unitCode(9) });
    const second = await registered(late, { name: '庚公司（自称）', code: unitCode(9) });
    const about = (of: typeof claim, unitId = entered.id) => ({
      params: { id: of.id },
      body: { version: of.version, unitId },
    });
    expect((await staffSees(claim.id)).sameCode).toMatchObject([
      { id: entered.id, hasAgent: false },
      { id: second.id, hasAgent: true },
    ]);
    const other = await registered(late, { name: '辛公司', code: unitCode(10) });
    expect((await reviewer.api.refused(units.takeClaimant, about(claim, other.id))).code).toBe('not-found');
    expect((await reviewer.api.refused(units.takeClaimant, about(claim, second.id))).code).toBe('wrong-state');
    const old = { ...about(claim), body: { version: claim.version + 1, unitId: entered.id } };
    expect((await reviewer.api.refused(units.takeClaimant, old)).code).toBe('changed-meanwhile');
    expect((await staffSees(entered.id)).agents).toEqual([]);

    expect(await reviewer.api.ok(units.takeClaimant, about(claim))).toMatchObject({ state: 'rejected' });
    expect(await claimant.api.ok(units.getUnit, { params: { id: entered.id } })).toMatchObject({
      state: 'approved',
      agents: [{ isMe: true }],
    });
    expect((await claimant.api.ok(units.getUnit, { params: { id: claim.id } })).reason).toContain('您已是它的经办人');
    const { items } = await claimant.api.ok(messages.listMessages, { query: {} });
    expect(items.find(({ code }) => code === 'unit-decided')?.data).toMatchObject({
      unitId: entered.id,
      decision: 'rejected',
    });
    expect((await reviewer.api.refused(units.takeClaimant, about(second))).code).toBe('changed-meanwhile');
    expect((await late.api.refused(units.getUnit, { params: { id: entered.id } })).code).toBe('not-found');
  });

  it('takes agents in by a link that is one-time and bound to a number', async () => {
    const { id } = await registered(agent, { name: '丁公司', code: unitCode(5) });
    const params = { id };
    const invite = (phone: string, handsOver = false) =>
      agent.api.ok(units.inviteAgent, { params, body: { phone, handsOver } });
    const { linkPath } = await invite('13900000011');
    const token = tokenIn(linkPath);
    const other = await candidateByPhone(world, '13900000012');
    expect((await other.api.refused(units.joinUnit, { params: { token } })).code).toBe('invitation-of-another-phone');
    expect((await other.api.refused(units.getUnit, { params })).code).toBe('not-found');
    const friend = await candidateByPhone(world, '13900000011');
    expect(await friend.api.ok(units.readUnitInvitation, { params: { token } })).toMatchObject({
      unitName: '丁公司',
      handsOver: false,
    });
    expect(await friend.api.ok(units.joinUnit, { params: { token } })).toEqual({ unitId: id });
    for (const gone of [token, 'x'.repeat(43)])
      expect((await friend.api.refused(units.readUnitInvitation, { params: { token: gone } })).code).toBe(
        'invitation-invalid',
      );
    expect((await friend.api.refused(units.joinUnit, { params: { token } })).code).toBe('invitation-invalid');

    // what the friend gave is dead with the friend's right, at once
    const given = await friend.api.ok(units.inviteAgent, { params, body: { phone: '13900000012', handsOver: false } });
    await agent.api.ok(units.removeAgent, { params: { id, accountId: friend.accountId } });
    expect((await friend.api.refused(units.getUnit, { params })).code).toBe('not-found');
    const late = { params: { token: tokenIn(given.linkPath) } };
    expect((await other.api.refused(units.joinUnit, late)).code).toBe('invitation-invalid');

    const alone = { params: { id, accountId: agent.accountId } };
    expect((await agent.api.refused(units.removeAgent, alone)).code).toBe('last-agent');
    const over = await invite('13900000012', true);
    await other.api.ok(units.joinUnit, { params: { token: tokenIn(over.linkPath) } });
    expect((await agent.api.refused(units.getUnit, { params })).code).toBe('not-found');
    expect((await other.api.ok(units.getUnit, { params })).agents).toMatchObject([{ isMe: true }]);

    // staff end the last one, and appoint another
    await reviewer.api.ok(units.dismissAgent, { params: { id, accountId: other.accountId } });
    const appointed = await reviewer.api.ok(units.appointAgent, { params, body: { phone: '13900000011' } });
    await friend.api.ok(units.joinUnit, { params: { token: tokenIn(appointed.linkPath) } });
    expect((await friend.api.ok(units.listMyUnits, {})).items).toMatchObject([{ id }]);
  });

  it('is suspended, and resumed', async () => {
    const { id, version } = await registered(agent, { name: '己公司', code: unitCode(7) });
    const approved = await reviewer.api.ok(units.approveUnit, { params: { id }, body: { version } });
    const body = { version: approved.version, reason: '被投诉，核查中' };
    const suspended = await reviewer.api.ok(units.suspendUnit, { params: { id }, body });
    expect(await agent.api.ok(units.getUnit, { params: { id } })).toMatchObject({ reason: '被投诉，核查中' });
    const invite = { params: { id }, body: { phone: '13900000031', handsOver: false } };
    expect((await agent.api.refused(units.inviteAgent, invite)).code).toBe('wrong-state');
    await reviewer.api.ok(units.resumeUnit, { params: { id }, body: { version: suspended.version } });
    expect(await agent.api.ok(units.getUnit, { params: { id } })).toMatchObject({ state: 'approved', reason: null });
    const { items } = await administrator.api.ok(auditList.rows, {
      params: { id: bspia.id },
      query: { topic: 'unit' },
    });
    expect(items.slice(0, 3).map(({ event }) => event)).toEqual(['unit-resumed', 'unit-suspended', 'unit-approved']);
  });

  it('takes a link back, and none is good after three days', async () => {
    const { id } = await registered(agent, { name: '戊公司', code: unitCode(6) });
    const params = { id };
    const one = await agent.api.ok(units.inviteAgent, { params, body: { phone: '13900000021', handsOver: false } });
    await agent.api.ok(units.withdrawAgentInvitation, { params: { id, invitationId: one.invitationId } });
    const join = async (path: string | null) =>
      (await candidateByPhone(world, '13900000021')).api.refused(units.joinUnit, { params: { token: tokenIn(path) } });
    expect((await join(one.linkPath)).code).toBe('invitation-invalid');
    const two = await agent.api.ok(units.inviteAgent, { params, body: { phone: '13900000021', handsOver: false } });
    world.clock.passWall(3 * 86_400_000);
    expect((await join(two.linkPath)).code).toBe('invitation-invalid');
  });
});
