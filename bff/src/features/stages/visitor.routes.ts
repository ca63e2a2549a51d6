import { stageRankings as contract } from '@jikaotong/shared/contract';
import { type LocalDate, pointsOf } from '@jikaotong/shared/kernel';
import { maskName } from '@jikaotong/shared/rules/identity';
import { type Route, DEFAULT_PAGE, cursorIn, pageOf, query, refuse } from '../../platform/http';
import { contestStagesOf, findOwnPlace, loadContest, presentContest } from '../contests';
import { participantsIn } from '../participants';
import { admissionsOf } from './admission.repository';
import { calledOf, rosterNumbersOf } from './entrant.repository';
import { groupViews, pointsIn } from './preview';
import { admissionOf, publicationOf } from './stage.presenter';
import { type PublishedLine, latestRanking, rankingsOf, ranksOfCandidate, ranksPage } from './ranking.repository';
import { findStage, nextStageOf } from './stage';
import { touchedOnly } from './touched';

const getStageRanking = query(contract.getStageRanking, async (ctx) => {
  const stage = (await findStage(ctx.h, ctx.input.params.id)) ?? refuse('not-found');
  const published = (await latestRanking(ctx.h, stage.id)) ?? refuse('not-published');
  const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const [after = 0] = cursorIn(cursor, 1) ?? [];
  const rows = await ranksPage(ctx.h, published, { after: Number(after), limit: limit + 1 });
  const page = pageOf(rows, limit, ({ place }) => [place]);
  const called = await calledOf(
    ctx.h,
    page.items.map(({ entrantId }) => entrantId),
  );
  const shows = stage.rule.publicTotals?.value ?? false;
  return {
    noticeId: stage.notice.id,
    title: stage.notice.title.value,
    contestName: `${stage.notice.offerings[0]?.occupation ?? ''}竞赛`,
    stageName: stage.name,
    isLast: nextStageOf(stage) === null,
    ...publicationOf(ctx, published),
    groups: groupViews(stage.rule, shows ? published.lines : published.lines.map(withoutTotal)),
    next: page.next,
    items: page.items.map(({ entrantId, number, rankingGroup, rank, total, advances }) => ({
      name: maskName(called.get(entrantId)?.name ?? ''),
      unit: called.get(entrantId)?.unit ?? null,
      number,
      group: rankingGroup,
      rank,
      total: shows ? pointsIn(total) : null,
      advances,
    })),
  };
});

const withoutTotal = ({ group, line }: PublishedLine) => ({ group, line: line && { ...line, lastTotal: null } });

const listPublishedStages = query(contract.listPublishedStages, async (ctx) => {
  const { rule, notice } = await loadContest(ctx, ctx.input.params.id);
  const ids = new Map((await contestStagesOf(ctx.h, notice.id)).map((row) => [row.stage, row.id]));
  const latest = new Map((await rankingsOf(ctx.h, [...ids.values()])).map((row) => [row.stageId, row]));
  return {
    items: rule.stages.flatMap(({ code, name }) => {
      const id = ids.get(code);
      if (id === undefined) return [];
      const row = latest.get(id);
      return [{ id, code, name, publishedOn: row?.publishedOn ?? null, revision: row?.revision ?? 0 }];
    }),
  };
});

const listMyStages = query(contract.listMyStages, async (ctx) => {
  const entry = (await findOwnPlace(ctx.h, ctx.actor.accountId, ctx.input.params.id)) ?? refuse('not-found');
  const contest = await loadContest(ctx, entry.noticeId);
  const view = await presentContest(ctx.h, contest, ctx.now.day);
  const ids = new Map((await contestStagesOf(ctx.h, entry.noticeId)).map((row) => [row.stage, row.id]));
  const published = await rankingsOf(ctx.h, [...ids.values()]);
  const mine = await ranksOfCandidate(ctx.h, entry.id);
  const admissions = await admissionsOf(ctx.h, entry.id);
  const there = (await participantsIn(ctx.h, [entry.id])).get(entry.id) ?? [];
  const numbers = await rosterNumbersOf(
    ctx.h,
    there.map(({ id }) => id),
  );
  const dayOf = (stageId: string, revision: number): LocalDate =>
    published.find((row) => row.stageId === stageId && row.revision === revision)?.publishedOn ?? ctx.now.day;
  const reasonOf = (stageId: string, revision: number) => {
    const row = published.find((one) => one.stageId === stageId && one.revision === revision);
    return row ? publicationOf(ctx, row).reason : null;
  };
  /** Whether one may still get into the next stage. */
  let goesOn: Reached = 'yes';
  return {
    title: view.title,
    state: entry.state,
    items: view.stages.flatMap((stage, at) => {
      const id = ids.get(stage.code);
      if (id === undefined) return [];
      const latest = published.filter((row) => row.stageId === id).at(-1);
      const admission = admissions.get(id);
      const told = mine.filter(({ stageId }) => stageId === id);
      const touched = touchedOnly(told);
      const rank = told.findLast(({ revision }) => revision === latest?.revision);
      const takesPart = there.some(({ eventId, state }) => eventId === id && (state === 'approved' || rank));
      const place = there.find((one) => one.eventId === id && one.state === 'approved');
      const number = place && numbers.get(place.id);
      const isFirst = at === 0 && entry.state === 'entered';
      const reached: Reached = takesPart || isFirst ? 'yes' : goesOn === 'open' ? 'open' : 'no';
      // whoever takes part in a stage whose ranks are not known may still go on
      goesOn = reached === 'open' || (reached === 'yes' && !latest) ? 'open' : 'no';
      return [
        {
          ...stage,
          id,
          isLast: at === view.stages.length - 1,
          reached,
          ...(place && place.ticketIssuedAt !== null && { ticket: { id: place.id } }),
          ...(number !== undefined && { number }),
          // the reason is that of the publication that last said something else of this entrant
          rank:
            rank && latest
              ? {
                  ...standingIn(rank),
                  ...publicationOf(ctx, latest),
                  reason: reasonOf(id, touched.at(-1)?.revision ?? latest.revision),
                }
              : null,
          earlier: (rank ? touched.slice(0, -1) : touched).toReversed().map(({ rank: was, total, revision }) => ({
            rank: was,
            total: pointsIn(total),
            publishedOn: dayOf(id, revision),
          })),
          admitted: admission ? admissionOf(ctx, admission) : null,
          groups: groupViews(
            contest.rule,
            (latest?.lines ?? []).filter(({ group }) => group === (rank?.rankingGroup ?? null)),
          ),
        },
      ];
    }),
  };
});

type Reached = 'yes' | 'no' | 'open';

const standingIn = (row: Awaited<ReturnType<typeof ranksOfCandidate>>[number]) => ({
  number: row.number,
  rank: row.rank,
  total: pointsIn(row.total),
  theory: row.theory === null ? null : pointsOf(row.theory),
  skill: row.skill === null ? null : pointsOf(row.skill),
  standing: row.standing,
  advances: row.advances,
});

export const routes: Route[] = [getStageRanking, listPublishedStages, listMyStages];
