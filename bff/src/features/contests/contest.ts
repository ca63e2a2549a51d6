import type { ContestView } from '@jikaotong/shared/contract';
import { dayAt, timeOfDay } from '@jikaotong/shared/kernel';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { ContestRule, Notice, StageCode } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, bodiesOf, refuse } from '../../platform/http';
import type { Role } from '@jikaotong/shared/contract';
import { type NoticeVersion, findNotice } from '../notices';
import { entersHere, entrySpanOf, spanState } from './entry-span';
import type { StageRow } from './contest.record';
import { contestStagesOf, rankedOnOf, stagesOf } from './stage.repository';

export type Contest = {
  readonly version: NoticeVersion;
  readonly notice: Notice;
  readonly rule: ContestRule;
  readonly offeringCode: string;
  /** Where everybody who enters begins. */
  readonly firstStage: StageCode;
};

/** The competition of a notice in its current version; null for any other notice. */
export async function findContest(h: Handle, noticeId: string): Promise<Contest | null> {
  const version = await findNotice(h, noticeId);
  const offeringCode = version?.notice.offerings[0]?.code;
  const firstStage = version?.notice.contest?.stages[0]?.code;
  if (!version?.notice.contest || offeringCode === undefined || firstStage === undefined) return null;
  return { version, notice: version.notice, rule: version.notice.contest, offeringCode, firstStage };
}

export const loadContest = async ({ h }: Pick<Context, 'h'>, noticeId: string): Promise<Contest> =>
  (await findContest(h, noticeId)) ?? refuse('not-found');

/** The competition that staff with one of these roles ask about; that of another body does not exist. */
export async function loadStaffContest(
  ctx: Pick<Context, 'h'> & { actor: Actor },
  noticeId: string,
  roles: readonly Role[],
): Promise<Contest> {
  const contest = await loadContest(ctx, noticeId);
  return bodiesOf(ctx.actor, roles).includes(contest.notice.body.id) ? contest : refuse('not-found');
}

/** A competition as everybody sees it on a day: what is printed, and what was announced since. */
export async function presentContest(h: Handle, { notice, rule, offeringCode, firstStage }: Contest, day: LocalDate) {
  const span = entrySpanOf(notice);
  const entry = notice.windows.find(({ kind }) => kind === 'application');
  const announced = new Map((await stagesOf(h, notice.id)).map((stage) => [stage.stage, stage]));
  const rows = new Map((await contestStagesOf(h, notice.id)).map((row) => [row.stage, row]));
  const ranked = await rankedOnOf(h, notice.id);
  const isOff = (rows.get(firstStage)?.cancelledAt ?? null) !== null;
  const view: ContestView = {
    noticeId: notice.id,
    title: notice.title.value,
    offeringCode,
    state: isOff ? 'closed' : spanState(span, day),
    ...span,
    entrySource: entry?.opens?.source ?? entry?.closes?.source ?? null,
    entersHere: entersHere(notice),
    place: rule.place,
    stages: rule.stages.map(({ code, name, source }) => {
      const said = announced.get(code);
      const printed = notice.windows.find(({ kind }) => kind === code)?.opens;
      return {
        code,
        name,
        printed: printed?.kind === 'printed' ? printed.text : printed?.kind === 'on' ? printed.day : null,
        announced: said
          ? {
              day: said.day,
              startsAt: said.startsAt === null ? null : timeOfDay(said.startsAt),
              place: said.place,
              ...(said.plan && said.plan.length > 0 && { plan: [...said.plan] }),
            }
          : null,
        ...cancellationOf(rows.get(code)),
        ...rankedOf(ranked.get(code)),
        source: printed?.source ?? source,
      };
    }),
  };
  return view;
}

const rankedOf = (rankedOn: LocalDate | undefined): Pick<ContestView['stages'][number], 'rankedOn'> =>
  rankedOn === undefined ? {} : { rankedOn };

function cancellationOf(row: StageRow | undefined): Pick<ContestView['stages'][number], 'cancelled'> {
  if (!row || row.cancelledAt === null) return {};
  return { cancelled: { on: dayAt(row.cancelledAt), reason: row.cancelReason ?? '' } };
}
