import { type Migration, json, nullable } from '../platform/db';

type Ended = { readonly to?: string | null };
type Told = { readonly jobs?: readonly Ended[]; readonly residence?: readonly Ended[] };

/**
 * Jobs and stays were stored with the last day itself as their end, which their days [from, to) then left out. The facts
 * are written beside the old ones, or a step that runs again would move the ends twice.
 */
export const lastDaysCounted: Migration = {
  name: '20261128-221500-last-days-counted',
  up: async (schema) => {
    await schema.addColumns('application', { countedFacts: nullable(json()) });
    const selection = { from: 'application', select: 's.facts AS facts', where: 's.counted_facts IS NULL' };
    await schema.eachChunk<{ id: string; facts: unknown }>(selection, async (chunk) => {
      for (const { id, facts } of chunk)
        await schema.run('UPDATE application SET counted_facts = ? WHERE id = ? AND counted_facts IS NULL', [
          JSON.stringify(counted(typeof facts === 'string' ? JSON.parse(facts) : facts)),
          id,
        ]);
    });
  },
};

const counted = (told: Told) => ({
  ...told,
  ...(told.jobs ? { jobs: told.jobs.map(withNextDay) } : {}),
  ...(told.residence ? { residence: told.residence.map(withNextDay) } : {}),
});

const withNextDay = <T extends Ended>(span: T) =>
  span.to ? { ...span, to: new Date(Date.parse(span.to) + 86_400_000).toISOString().slice(0, 10) } : span;
