import { rosterSites as contract } from '@jikaotong/shared/contract';
import { normaliseNumber } from '@jikaotong/shared/rules/identity';
import { statesThatAre } from '@jikaotong/shared/rules/progress';
import { serveSheet } from '../../platform/sheet-imports';
import { type Context, refuse } from '../../platform/http';
import { inOurWords, listColumns } from './list-columns';
import { type OpenRoster, loadRoster, membersOf, refuseClosed, toldBy, whereOf } from './own-roster';
import { RosterChange, compareRoster } from './compare-roster';
import { ADDED_AT_ONCE, applyRoster } from './roster-import';
import { LIST_SHEET } from './roster-columns';
import { takeVersion } from './roster.repository';
import { valuesOf } from './row-values';
import { mappingOf } from './site.repository';

/** A roster whose group applies on a government system. */
export async function loadSite(asked: Parameters<typeof loadRoster>[0], id: string): Promise<OpenRoster> {
  const open = await loadRoster(asked, id);
  return whereOf(open) === 'elsewhere' ? open : refuse('group-not-offered');
}

const loadMapped = async (asked: Parameters<typeof loadRoster>[0], id: string) => {
  const open = await loadSite(asked, id);
  return { open, mapping: (await mappingOf(asked.h, open.unit.id)) ?? {} };
};

/** The list that the system exported, under the columns that the unit named once, against the roster. */
export const rosterListImport = serveSheet({
  name: LIST_SHEET,
  endpoints: contract.rosterList,
  open: loadMapped,
  judge: ({ open, mapping }, day) =>
    refuseClosed(open, day) ?? (Object.keys(mapping).length === 0 ? { refused: 'list-not-mapped' } : null),
  columns: ({ open, mapping }) => listColumns(open, mapping),
  compare: async (ctx, { open, mapping }, rows) => {
    const known = await knownBy(ctx, open);
    const ours = rows.map((row) => inOurWords(row, open, (number) => known.get(number) ?? null));
    const compared = await compareRoster(ctx, open, ours, listColumns(open, mapping));
    const names = new Map(ours.map(({ row, values }) => [row, values['name'] ?? '']));
    const problems = compared.problems.map((one) => ({ ...one, label: names.get(one.row ?? 0) ?? '' }));
    return { ...compared, problems };
  },
  leavesOut: true,
  payload: RosterChange,
  apply: applyRoster,
  addedAtOnce: ADDED_AT_ONCE,
  basis: {
    of: ({ open: { roster } }) => String(roster.version),
    take: ({ h }, { open: { roster } }, basis) => takeVersion(h, { id: roster.id, version: Number(basis) }),
  },
});

/** What the roster says of everybody in it, by document number. */
async function knownBy(ctx: Pick<Context, 'h' | 'ports'>, open: OpenRoster) {
  const live = (await membersOf(ctx.h, open.roster.id)).filter(({ application }) => LIVE.includes(application.state));
  return new Map(
    live.map(({ application }) => {
      const told = toldBy(ctx, application);
      return [normaliseNumber(told.candidate.documentNumber ?? ''), valuesOf(told, open)];
    }),
  );
}

const LIVE = statesThatAre('live');
