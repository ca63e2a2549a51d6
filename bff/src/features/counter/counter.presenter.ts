import type { CounterItem, CounterView, OriginalGroup, SlipView } from '@jikaotong/shared/contract';
import { IDENTITY, type Original } from '@jikaotong/shared/rules/counter';
import { documentTypeWord, documentWord } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import type { Context } from '../../platform/http';
import { findAccount } from '../accounts';
import {
  type Application,
  type Applicant,
  type Frame,
  openApplicant,
  presentOffering,
  presentReview,
} from '../applications';
import { type AtCounter, type Said, originalsFor, refuseConfirmation, standingTicks, stateOf } from './counter.policy';
import { type Slip, openNote } from './slip.record';

type Seen = Pick<Context, 'h' | 'now' | 'ports'>;

/** An application as the clerk works with it. */
export async function presentAtCounter(ctx: Seen, at: AtCounter): Promise<CounterView> {
  const { slip, row, frame, days } = at;
  const ticks = standingTicks(at);
  const names = await namesOf(ctx.h, [...ticks.map(({ seenBy }) => seenBy), slip.confirmedBy]);
  const refused = stateOf(at) === 'confirmed' && row.state !== 'returned' ? null : refuseConfirmation(at, ctx.now.day);
  return {
    application: await presentReview(ctx, row, frame),
    slip: {
      state: stateOf(at),
      walkIn: slip.walkIn,
      note: openNote(ctx.ports.crypto, slip),
      createdAt: slip.createdAt,
      confirmedAt: slip.confirmedAt,
      confirmedBy: slip.confirmedBy === null ? null : names(slip.confirmedBy),
      outsideHours: slip.outsideHours,
    },
    originals: presentOriginals(at),
    ticks: ticks.map(({ document, received, seenAt, seenBy }) => ({
      document,
      received,
      seenAt,
      seenBy: names(seenBy),
    })),
    counter: days,
    blocked: refused && { code: refused.refused, data: { ...refused.data } },
  };
}

/** The slip as the candidate shows it; `link` opens the clerk's page when it is scanned. */
export function presentSlip({ ports }: Pick<Context, 'ports'>, at: AtCounter): SlipView {
  const { slip, row, frame, days } = at;
  const { code } = slip;
  return {
    applicationId: row.id,
    state: stateOf(at),
    code,
    // behind the #, as on posters: a browser opens the page, and WeChat hands the whole text on as `q`
    link: code === null ? null : `${ports.config.publicUrl}/#/packages/staff/counter/index?code=${code}`,
    candidateName: row.name ?? '',
    noticeTitle: frame.notice.title.value,
    bodyName: frame.notice.body.name,
    sessionName: frame.sessionName,
    offering: presentOffering(frame, row.offeringCode),
    bring: presentOriginals(at),
    photoPrint: frame.notice.photo?.print?.value ?? null,
    counter: days,
    note: openNote(ports.crypto, slip),
    createdAt: slip.createdAt,
    confirmedAt: slip.confirmedAt,
  };
}

/** One line of the clerk's list. */
export const presentItem = (
  ctx: Pick<Context, 'ports'>,
  given: { slip: Slip; row: Application; frame: Frame; confirmedBy: string | null },
): CounterItem => ({
  applicationId: given.row.id,
  state: stateOf(given),
  walkIn: given.slip.walkIn,
  candidateName: given.row.name,
  phoneTail: openApplicant(ctx.ports.crypto, given.row).phone?.slice(-4) ?? null,
  offering: presentOffering(given.frame, given.row.offeringCode),
  sessionName: given.frame.sessionName,
  createdAt: given.slip.createdAt,
  confirmedAt: given.slip.confirmedAt,
  confirmedBy: given.confirmedBy,
});

/** The names staff go by, by account. */
export async function namesOf(h: Handle, accountIds: readonly (string | null)[]): Promise<(id: string) => string> {
  const names = new Map<string, string>();
  for (const id of new Set(accountIds)) if (id !== null) names.set(id, (await findAccount(h, id))?.displayName ?? '');
  return (id) => names.get(id) ?? '';
}

/** What is to be shown, in the words of the notice. */
export const presentOriginals = (at: Said): OriginalGroup[] =>
  originalsFor(at).map(({ alternatives }) => ({
    alternatives: alternatives.map((items) =>
      items.map((original) => ({
        ...original,
        printed: original.printed ?? ownWord(original, at.candidate.documentType),
      })),
    ),
  }));

const ownWord = ({ document }: Original, documentType: Applicant['documentType']): string => {
  if (document !== IDENTITY) return documentWord(document);
  return documentType === null ? '有效身份证件' : documentTypeWord(documentType);
};
