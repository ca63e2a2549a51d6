import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInPerson, candidateByWechat } from '../support/people';
import { type World, openWorld } from '../support/world';

const AT_ONCE = 40;
const MOST_MB = 400;
const BOUNDARY = 'many-uploads';
const head = Buffer.from(
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
);
const tail = Buffer.from(`\r\n--${BOUNDARY}--\r\n`);

/** By how many megabytes the process grew at most while something was done. */
async function growthMb(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, 10);
  await work();
  look();
  clearInterval(timer);
  return (peak - before) / 2 ** 20;
}

describe(`${AT_ONCE} uploads of ten megabytes at once`, () => {
  let world: World;
  let people: SignedInPerson[];
  let picture: Buffer;
  beforeAll(async () => {
    world = await openWorld({ day: '2026-11-23' });
    people = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => candidateByWechat(world, `o-upload-${at}`)));
    const grain = sharp(randomBytes(2_400 * 1_600 * 3), { raw: { width: 2_400, height: 1_600, channels: 3 } });
    const bytes = await grain.jpeg({ quality: 90 }).toBuffer();
    picture = Buffer.concat([bytes, Buffer.alloc(Math.max(0, 9_990_000 - bytes.length))]);
  });
  afterAll(() => world.stop());

  /** Sent by hand: every sender has the same bytes, and none a copy of its own. */
  const send = async ({ session }: SignedInPerson): Promise<number | undefined> => {
    const sent = request(`${world.origin}/api/v1/files?purpose=document`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${session.accessToken}`,
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'content-length': head.length + picture.length + tail.length,
      },
    });
    for (const part of [head, picture, tail]) sent.write(part);
    sent.end();
    const [answer] = await once(sent, 'response');
    answer.resume();
    return answer.statusCode;
  };

  it('are all taken, and together stay below what a small machine has', async () => {
    let statuses: (number | undefined)[] = [];
    const grown = await growthMb(async () => {
      statuses = await Promise.all(people.map(send));
    });
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(grown).toBeLessThan(MOST_MB);
  });

  it('would not, were each held in memory as it comes: the control', async () => {
    const held: Buffer[] = [];
    const grown = await growthMb(async () => {
      // received, and sealed
      for (let at = 0; at < AT_ONCE; at += 1) held.push(Buffer.from(picture), Buffer.from(picture));
    });
    expect(held).toHaveLength(2 * AT_ONCE);
    expect(grown).toBeGreaterThan(MOST_MB);
  });
});
