import { type Spread, spreadOf } from './statistics';

/**
 * How many a second one core makes, by processor time: a busy machine makes it slower on the clock, not here. Two in
 * turn, so that both meet the same machine, and the first by the second, round by round.
 */
export async function ratesSideBySide(
  rounds: number,
  makeFirst: () => number | Promise<number>,
  makeSecond: () => number | Promise<number>,
): Promise<{ first: Spread; second: Spread; ratio: Spread }> {
  await makeFirst();
  await makeSecond();
  const pairs: { first: number; second: number }[] = [];
  for (let round = 0; round < rounds; round++)
    pairs.push({ first: await rateOf(makeFirst), second: await rateOf(makeSecond) });
  return {
    first: spreadOf(pairs.map(({ first }) => first)),
    second: spreadOf(pairs.map(({ second }) => second)),
    ratio: spreadOf(pairs.map(({ first, second }) => first / second)),
  };
}

async function rateOf(makeSome: () => number | Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const made = await makeSome();
  const { user, system } = process.cpuUsage(before);
  return (made * 1_000_000) / (user + system);
}
