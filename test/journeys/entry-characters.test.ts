import { contestEntries, staffEntries } from '@jikaotong/shared/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { C25, entryBody } from '../support/contest-entry';
import { type SignedInPerson, candidateByWechat, firstAdministrator, staffMember } from '../support/people';
import { type World, openWorld } from '../support/world';

let world: World;
let reviewer: SignedInPerson;
beforeAll(async () => {
  world = await openWorld({ day: '2025-06-20' });
  reviewer = await staffMember(world, await firstAdministrator(world), 'shenhe', ['reviewer']);
});
afterAll(() => world.stop());

it('says of a character that no font has which one it is and where, and nothing of a document', async () => {
  const person = await candidateByWechat(world, 'o-rare');
  const body = { ...(await entryBody(person, { order: 41 })), coach: '𠮷老师' };
  const { id } = await person.api.ok(contestEntries.enterContest, { params: { id: C25 }, body });
  const { cases, unprintable } = await reviewer.api.ok(staffEntries.getStaffEntry, { params: { id } });
  expect(cases).toMatchObject([{ kind: 'not-printable', twins: [] }]);
  expect(unprintable).toEqual([{ of: 'coach', characters: ['𠮷'] }]);
});

it('takes no emoji where a list or a certificate prints it', async () => {
  const person = await candidateByWechat(world, 'o-picture');
  const whole = await entryBody(person, { order: 42 });
  for (const change of [{ coach: '李老师😀' }, { unit: '北京✨安防' }])
    expect(
      await person.api.refused(contestEntries.enterContest, { params: { id: C25 }, body: { ...whole, ...change } }),
    ).toMatchObject({ code: 'invalid-input', data: { issues: [`body.${Object.keys(change).join()}`] } });
});
