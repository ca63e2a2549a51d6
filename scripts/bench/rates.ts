import { type Spread, spreadOf } from './statistics';

/** How many a second one core makes, by processor time: a busy machine makes it slower on the clock, not here. */
export async function ratesOf(rounds: number, makeSome: () => Promise<number>): Promise<Spread> {
  await makeSome();
  const rates: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    const made = await makeSome();
    const { user, system } = process.cpuUsage(before);
    rates.push((made * 1_000_000) / (user + system));
  }
  return spreadOf(rates);
}
