import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { units } from '@jikaotong/shared/contract';
import { everyEndpoint } from '../support/every-endpoint';
import { send, wellFormedRequests } from '../support/hostile';
import { type SignedInPerson, candidateByPhone } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';
import { registered, tokenIn, unitCode } from '../support/units';

const seed = Number(process.env['PROVE_SEED'] ?? 1);
const about = everyEndpoint.filter(({ path }) => /\/(units|rosters)\/:/.test(path));

describe(`the ${about.length} endpoints about one unit`, () => {
  let peopled: PeopledWorld;
  let callers: Readonly<Record<string, SignedInPerson>>;
  beforeAll(async () => {
    peopled = await openPeopledWorld('applying');
    const { world, known } = peopled;
    const [, , , , elsewhere, reviewer, finance, officer, marker, , publisher, agent] = known.people;
    if (!elsewhere || !reviewer || !finance || !officer || !marker || !publisher || !agent) throw new Error('nobody');
    const params = { id: known.ids['units']?.[0] ?? '' };
    const removed = await candidateByPhone(world, '13900000051');
    const body = { phone: '13900000051', handsOver: false };
    const { linkPath } = await agent.api.ok(units.inviteAgent, { params, body });
    await removed.api.ok(units.joinUnit, { params: { token: tokenIn(linkPath) } });
    await agent.api.ok(units.removeAgent, { params: { ...params, accountId: removed.accountId } });
    const another = await candidateByPhone(world, '13900000052');
    await registered(another, { name: '别的单位', code: unitCode(52) });
    callers = { removed, another, member: peopled.owner, reviewer, finance, officer, marker, publisher, elsewhere };
  });
  afterAll(() => peopled.world.stop());

  /** The statuses of well-formed requests of one caller. */
  const statusesOf = async (asked: (typeof about)[number], person: SignedInPerson): Promise<number[]> => {
    const { world, known } = peopled;
    const found: number[] = [];
    const authorization = `Bearer ${person.session.accessToken}`;
    for (const { headers, ...request } of wellFormedRequests(asked, known, { count: 2, seed }))
      found.push((await send(world.origin, { ...request, headers: { ...headers, authorization } })).status);
    return found;
  };

  it('of agents open to no removed agent, agent of another unit, member or member of the staff', async () => {
    const opened: string[] = [];
    for (const asked of about.filter(({ who }) => who === 'signed-in'))
      for (const [name, person] of Object.entries(callers))
        if ((await statusesOf(asked, person)).some((status) => status < 300)) opened.push(`${asked.name} to ${name}`);
    expect(opened).toEqual([]);
  });

  it('in a competition open to no removed agent, agent of another unit or member', async () => {
    const groups = everyEndpoint.filter(({ path }) => path.startsWith('/contest-groups/:id'));
    const opened: string[] = [];
    for (const asked of groups)
      for (const name of ['removed', 'another', 'member'])
        if (callers[name] && (await statusesOf(asked, callers[name])).some((status) => status < 300))
          opened.push(`${asked.name} to ${name}`);
    expect([groups.length > 10, opened]).toEqual([true, []]);
    const [agent] = peopled.known.people.slice(-1);
    const places = groups.find(({ name }) => name === 'listGroupPlaces');
    expect(agent && places && (await statusesOf(places, agent))).toContain(200);
  });

  it('of staff open to nobody without the role for that body, nor to any agent', async () => {
    const opened: string[] = [];
    const barred = Object.entries(callers).filter(([name]) => name !== 'reviewer');
    for (const asked of about.filter(({ who }) => who !== 'signed-in'))
      for (const [name, person] of barred)
        if ((await statusesOf(asked, person)).some((status) => status < 300)) opened.push(`${asked.name} to ${name}`);
    expect(opened).toEqual([]);
  });

  it('and to their own, so that the silence above means something', async () => {
    const agent = peopled.known.people.at(-1);
    const asked = about.find(({ name }) => name === 'getRoster');
    if (!agent || !asked) throw new Error('nobody');
    expect(await statusesOf(asked, agent)).toContain(200);
  });
});
