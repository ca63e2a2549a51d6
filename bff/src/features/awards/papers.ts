import { dayAt } from '@jikaotong/shared/kernel';
import { awardPaperNumber, awardPaperWords, fullDayWords } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import { takeNumbers } from '../../platform/numbers';
import type { Print } from '../../platform/pdf';
import type { Contest } from '../contests';
import { type Award, awardsOfContest, numberPaper } from './award.repository';
import { nameOf, namesOf } from './board.presenter';
import { lockBoard } from './board.repository';
import { isOnPaper } from './on-paper';
import { counterOf, seriesOf } from './paper-numbers';

/** Numbers the papers of one award in the order of the ranks, without a gap; who has a number keeps it. */
export async function issuePapers(ctx: Context, { notice, rule }: Contest, code: string): Promise<void> {
  const board = await lockBoard(ctx.h, notice.id);
  const printed = rule.awards.find((award) => award.code === code);
  if (board.state !== 'locked' || board.lockedAt === null || !printed || !isOnPaper(printed, notice.body.name))
    return refuse('wrong-state', { state: 'no-papers' });
  const awards = (await awardsOfContest(ctx.h, notice.id)).filter(
    (award) => award.code === code && award.state === 'given' && award.paperNumber === null,
  );
  if (awards.length === 0) return;
  const series = seriesOf(notice, printed, board.lockedAt);
  const first = await takeNumbers(ctx.h, counterOf(series), awards.length);
  for (const [at, { id }] of awards.entries()) {
    const paperNumber = awardPaperNumber(series, first + at);
    if (!(await numberPaper(ctx.h, id, { paperNumber, paperIssuedAt: ctx.now.ms }))) refuse('changed-meanwhile');
  }
  ctx.audit('award-papers-issued', { noticeId: notice.id }, { award: code, papers: awards.length });
}

/** Numbered papers as one document. */
export async function printOf(
  ctx: Pick<Context, 'h' | 'ports' | 'now'>,
  { notice, rule }: Contest,
  awards: readonly Award[],
): Promise<Print> {
  const names = await namesOf(ctx.h, awards);
  return {
    print: 'award-paper',
    title: awards.length === 1 ? (awards[0]?.paperNumber ?? '') : (awards[0]?.code ?? ''),
    body: notice.body.name,
    exam: notice.title.value,
    foot: '',
    papers: awards.map((award) => {
      const printed = rule.awards.find(({ code }) => code === award.code);
      if (!printed) throw new Error(`${award.code} is not printed`);
      const recipient = nameOf(ctx, award, names);
      const words = awardPaperWords(printed, rule.stages, { title: notice.title.value, rank: award.rank });
      return {
        number: award.paperNumber ?? '',
        recipient,
        isPerson: award.recipient !== 'unit',
        ...words,
        giver: award.giver ?? notice.body.name,
        day: fullDayWords(dayAt(award.paperIssuedAt ?? ctx.now.ms)),
      };
    }),
  };
}
