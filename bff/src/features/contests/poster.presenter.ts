import type { PosterView, StaffPosterView } from '@jikaotong/shared/contract';
import { spanOf } from '@jikaotong/shared/rules/progress';
import type { Context } from '../../platform/http';
import type { PosterPdf } from '../../platform/pdf';
import { type NoticeVersion, type Poster, loadNotice } from '../notices';
import { listPublishedSessions } from '../sessions';
import { type Span, entersHere, entrySpanOf, nearestSpan, spanState } from './entry-span';

type Seen = Pick<Context, 'h'> & {
  readonly now: Pick<Context['now'], 'day'>;
  readonly ports: Pick<Context['ports'], 'config'>;
};

/** What stands behind a poster today. */
export async function presentPoster(ctx: Seen, poster: Poster): Promise<StaffPosterView> {
  const { notice } = await loadNotice(ctx.h, poster.noticeId);
  const span = await spanOfNotice(ctx, notice);
  return {
    code: poster.code,
    state: poster.withdrawnOn === null ? spanState(span, ctx.now.day) : 'withdrawn',
    kind: notice.kind,
    noticeId: notice.id,
    title: notice.title.value,
    bodyName: notice.body.name,
    ...span,
    withdrawnOn: poster.withdrawnOn,
    entersHere: entersHere(notice),
    // behind the #: a browser opens the page, and WeChat's rule for ordinary links hands the whole text on as `q`
    link: `${ctx.ports.config.publicUrl}/#/packages/contest/scan/index?code=${poster.code}`,
  };
}

/** The answer to a code that was never given out. */
export const unknownPoster = (code: string): PosterView => ({
  code,
  state: 'unknown',
  kind: null,
  noticeId: null,
  title: null,
  bodyName: null,
  opensOn: null,
  closesOn: null,
  withdrawnOn: null,
  entersHere: false,
});

/** What is printed. */
export const printedPoster = (view: StaffPosterView): PosterPdf => ({
  title: view.title,
  bodyName: view.bodyName ?? '',
  kind: view.kind ?? 'certification',
  entersHere: view.entersHere,
  opensOn: view.opensOn,
  closesOn: view.closesOn,
  link: view.link,
  code: view.code,
});

/** The entry days of a competition; of a certification those of its nearest session. */
async function spanOfNotice(ctx: Seen, notice: NoticeVersion['notice']): Promise<Span> {
  if (notice.kind === 'competition') return entrySpanOf(notice);
  const sessions = (await listPublishedSessions(ctx.h)).filter(({ noticeId }) => noticeId === notice.id);
  const spans = sessions.map(({ windows }) => spanOf(windows, 'application'));
  return nearestSpan(
    spans.map(({ opens, closes }) => ({ opensOn: opens, closesOn: closes })),
    ctx.now.day,
  );
}
