import type { OwnAwards } from '@jikaotong/shared/contract';
import { dayAt, localDate, sumFen } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import type { Context } from '../../platform/http';
import type { Contest } from '../contests';
import { accountWords, awardWords } from './award.record';
import { type Award, accountOf, awardsOfEntrant } from './award.repository';
import { findBoard } from './board.repository';
import { printedOf } from './board.presenter';
import { remindOn } from './tell-awarded';

/** What an entrant won, once the awards are locked. */
export async function presentOwn(
  ctx: Pick<Context, 'h' | 'ports'>,
  contest: Contest,
  candidateId: string,
): Promise<OwnAwards> {
  const { lockedAt } = await findBoard(ctx.h, contest.notice.id);
  const lockedOn = lockedAt === null ? null : dayAt(lockedAt);
  const awards = lockedOn === null ? [] : await awardsOfEntrant(ctx.h, candidateId);
  const items = awards.flatMap((award) => {
    const printed = contest.rule.awards.find(({ code }) => code === award.code);
    if (!printed || lockedOn === null) return [];
    const { id, rank, fen, state, paperNumber, consents, paidOn } = award;
    return {
      id,
      ...printedOf(printed),
      rank,
      fen,
      state,
      reason: awardWords.openIf(ctx.ports.crypto, award, 'reason'),
      paperNumber: state === 'given' ? paperNumber : null,
      remindOn: remindOn(printed, lockedOn),
      paidOn: paidOn === null ? null : localDate(paidOn),
      consents: printed.gives === 'database' ? consents : null,
    };
  });
  return { lockedOn, items, account: await accountFor(ctx, candidateId, awards) };
}

async function accountFor(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  candidateId: string,
  awards: readonly Award[],
): Promise<OwnAwards['account']> {
  const fen = awards.flatMap((award) => (award.state === 'given' ? (award.fen ?? []) : []));
  if (fen.length === 0) return null;
  const row = await accountOf(h, candidateId);
  const given = row && {
    holder: accountWords.open(ports.crypto, row, 'holder'),
    bank: accountWords.open(ports.crypto, row, 'bank'),
    numberMasked: maskNumber(accountWords.open(ports.crypto, row, 'number')),
    on: dayAt(row.givenAt),
  };
  return { fen: sumFen(fen), given };
}
