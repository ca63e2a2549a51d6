import type { OwnRosterRow } from '@jikaotong/shared/contract';
import { documentWord } from '@jikaotong/shared/words';
import { type Actor, type Context, refuse } from '../../platform/http';
import { type Application, MENDABLE, findKeptPass, loadOwnApplication, presentOffering } from '../applications';
import { findUnit } from '../units';
import { conditionsOf } from './condition-words';
import { type OpenRoster, openRoster, toldBy } from './own-roster';
import { rosterColumns } from './roster-columns';
import { findRoster, findRowOf } from './roster.repository';
import { valuesOf } from './row-values';
import { presentDisputes } from './settle-disputes';
import type { Told } from './told-row';

type Asked = Pick<Context, 'h' | 'ports' | 'now'> & { readonly actor: Actor };

/** One's own row, with all that the unit entered: nobody confirms what was not shown. */
export async function presentOwnRow(ctx: Asked, id: string): Promise<OwnRosterRow> {
  const application = await loadOwnApplication(ctx, id);
  const row = (await findRowOf(ctx.h, id)) ?? refuse('not-found');
  const roster = (await findRoster(ctx.h, row.rosterId)) ?? refuse('not-found');
  const unit = (await findUnit(ctx.h, roster.unitId)) ?? refuse('not-found');
  const open = await openRoster(ctx.h, roster, unit);
  const told = toldBy(ctx, application);
  return {
    applicationId: id,
    version: application.version,
    unitName: unit.name,
    sessionName: open.frame.sessionName,
    offering: presentOffering(open.frame, application.offeringCode),
    state: application.state,
    confirmed: row.confirmedBy,
    sharesMarks: row.marksSharedAt !== null,
    facts: factsOf(told, open),
    photoUrl: application.photo === null ? null : ctx.ports.files.link(application.photo.fileId),
    papers: told.papers.flatMap(({ document, fileIds }) =>
      fileIds.length === 0 ? [] : [{ name: documentWord(document), pages: fileIds.length }],
    ),
    disputes: await presentDisputes(ctx, open, id),
    kept: await keptBeside(ctx, application, open),
  };
}

async function keptBeside(ctx: Asked, row: Application, { frame }: OpenRoster): Promise<OwnRosterRow['kept']> {
  if (!MENDABLE.includes(row.state) || row.forfeitsPasses || row.retakeOfId !== null) return null;
  const { accountId } = ctx.actor;
  const kept = await findKeptPass(ctx, { accountId, frame, offeringCode: row.offeringCode });
  return kept && { applicationId: kept.id, until: kept.retakeUntil };
}

function factsOf(told: Told, open: OpenRoster): OwnRosterRow['facts'] {
  const values = valuesOf(told, open);
  const own = open.offeringNames.get(told.offeringCode);
  const condition = conditionsOf(open).find(({ choice, of }) => choice === told.route && of === own);
  return rosterColumns(open).flatMap(({ key, header }) => {
    const value = key === 'route' && condition ? condition.text : (values[key] ?? '');
    return value === '' ? [] : [{ key, label: key.startsWith('declared.') ? header : withoutHint(header), value }];
  });
}

/** What a header says to whoever fills it in is none of the reader's. */
const withoutHint = (header: string): string => header.replace(/（[^）]*）$/, '');
