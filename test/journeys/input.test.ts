import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type EndpointSpec, accounts, endpoint } from '@jikaotong/shared/contract';
import { proveCount } from '../../bff/src/prove-count.testing';
import { everyEndpoint } from '../support/every-endpoint';
import { type Known, faultOf, hostileRequests, send, wellFormedRequests } from '../support/hostile';
import { candidateByWechat } from '../support/people';
import { type PeopledWorld, openPeopledWorld } from '../support/peopled-world';

const seed = Number(process.env['PROVE_SEED'] ?? 1);
const stages = [
  ['while people apply', 'applying'],
  ['after the results', 'published'],
] as const;

/** Sends so many hostile requests and tells what came back wrong, each with the request that did it. */
async function faultsAt(origin: string, asked: EndpointSpec, known: Known): Promise<string[]> {
  const faults: string[] = [];
  for (const request of hostileRequests(asked, known, { count: proveCount(8), seed })) {
    const fault = faultOf(asked, request, await send(origin, request));
    const { method, target, body } = request;
    if (fault) faults.push(`${asked.name}: ${fault} ← ${method} ${target.slice(0, 200)} ${String(body).slice(0, 400)}`);
  }
  return faults;
}

describe.each(stages)('whatever is sent %s', (_, stage) => {
  let peopled: PeopledWorld;
  beforeAll(async () => {
    peopled = await openPeopledWorld(stage);
  });
  afterAll(() => peopled.world.stop());

  it('opens no staff door to candidates, and no door to strangers', async () => {
    const opened: string[] = [];
    const candidate = peopled.owner.session.accessToken;
    for (const asked of everyEndpoint.filter(({ who }) => who !== 'anybody')) {
      const [{ method = '', target = '' } = {}] = wellFormedRequests(asked, peopled.known, { count: 1, seed });
      const answerTo = async (headers: Record<string, string>) =>
        (await send(peopled.world.origin, { method, target, headers, body: null })).status;
      if ((await answerTo({})) !== 401) opened.push(`${asked.name} to a stranger`);
      const isForStaff = asked.who !== 'signed-in';
      if (isForStaff && (await answerTo({ authorization: `Bearer ${candidate}` })) !== 403)
        opened.push(`${asked.name} to a candidate`);
    }
    expect(opened).toEqual([]);
  });

  it('keeps what somebody owns from everybody else, however well they ask', async () => {
    const opened: string[] = [];
    for (const asked of everyEndpoint.filter(({ who, path }) => who !== 'anybody' && isAboutOwner(path))) {
      for (const other of peopled.others) {
        const theirs = { people: [other], ids: { ...peopled.known.ids, ...peopled.owned } };
        for (const ask of wellFormedRequests(asked, theirs, { count: proveCount(3), seed }))
          if ((await send(peopled.world.origin, ask)).status < 300) opened.push(`${asked.name}: ${ask.target}`);
      }
    }
    expect(opened).toEqual([]);
  });
  const isAboutOwner = (path: string) => Object.keys(peopled.owned).some((kind) => path.includes(`/${kind}/:`));

  it.each(everyEndpoint.map((asked) => [asked.name, asked] as const))(
    '%s answers as it promises',
    async (__, asked) => {
      const { world, known } = peopled;
      // who closes an account asks for nothing afterwards
      const people = asked.name === 'closeAccount' ? [await candidateByWechat(world, 'o-leaves')] : known.people;
      expect(await faultsAt(world.origin, asked, { ...known, people })).toEqual([]);
    },
  );

  it('left people signed in and the back end ready, so that the answers meant something', async () => {
    expect((await peopled.world.stranger.fetch('/readyz')).status).toBe(200);
    for (const { api, accountId } of peopled.known.people.slice(0, 3))
      expect((await api.ok(accounts.getMe, {})).id).toBe(accountId);
  });
});

// The control: a server as anybody would write it first. If nothing tripped here, the silence above would prove
// nothing.
describe('a server that believes what it is sent', () => {
  const naive = endpoint({
    name: 'naive',
    method: 'POST',
    path: '/rooms/:id/guests',
    who: 'anybody',
    params: z.strictObject({ id: z.string().check(z.regex(/^[0-9A-Za-z-]{1,64}$/)) }),
    body: z.strictObject({ name: z.string().check(z.maxLength(20)), seats: z.array(z.int()) }),
    reply: z.object({ room: z.string(), name: z.string(), seats: z.int() }),
    refusals: [],
  });
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => {
      answer.setHeader('x-request-id', 'request-1');
      const say = (status: number, body: object) => answer.writeHead(status).end(JSON.stringify(body));
      try {
        const { name, seats } = JSON.parse(Buffer.concat(parts).toString());
        const room = decodeURIComponent(asked.url?.split('/')[4] ?? '');
        const data = { room, name: name.trim(), seats: seats.reduce((sum: number, seat: number) => sum + seat, 0) };
        say(200, { code: 'ok', data, requestId: 'request-1' });
      } catch (error) {
        say(500, { code: 'internal', requestId: 'request-1', data: String(error) });
      }
    });
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));

  it('is found out: bugs, and replies that break their own schema', async () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const faults = await faultsAt(`http://127.0.0.1:${address.port}`, naive, { people: [], ids: { rooms: ['r1'] } });
    expect(faults.some((fault) => fault.includes('a bug'))).toBe(true);
    expect(faults.some((fault) => fault.includes('its own schema'))).toBe(true);
  });
});
