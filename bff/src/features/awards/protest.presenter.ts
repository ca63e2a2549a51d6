import type { OwnProtests, StaffProtest } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { protestUntil } from '@jikaotong/shared/rules/awards';
import { findFiles } from '../../platform/files';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { type Contest, findEntry, stageNameOf } from '../contests';
import { loadCalendar } from '../notices';
import { markersOf, publishedOf, rankingOf } from '../stages';
import { protestStepWords, protestWords } from './award.record';
import { type Protest, type ProtestStep, protestStepsOf, protestsOf } from './protest.repository';
import { findBoard } from './board.repository';
import { stagesToProtest } from './protest-steps';

type Seen = Pick<Context, 'h' | 'ports' | 'now'>;

async function common(ctx: Seen, { rule }: Contest, protest: Protest) {
  const { id, candidateId: entryId, noticeId, stage, state, awaitsRevision, eventId } = protest;
  const revision = (await rankingOf(ctx.h, eventId))?.revision ?? 0;
  const evidence = await findFiles(ctx.h, protest.evidence);
  return {
    id,
    entryId,
    noticeId,
    stage,
    stageName: stageNameOf(rule, stage),
    state,
    subject: protestWords.open(ctx.ports.crypto, protest, 'subject'),
    words: protestWords.open(ctx.ports.crypto, protest, 'words'),
    filedOn: dayAt(protest.filedAt),
    evidence: [...evidence.values()].map((file) => ({
      id: file.id,
      type: file.type,
      url: ctx.ports.files.link(file.id),
    })),
    awaitsRanks: awaitsRevision !== null && revision < awaitsRevision,
  };
}

const stepOf = ({ ports }: Pick<Seen, 'ports'>, step: ProtestStep) => ({
  kind: step.kind,
  at: step.takenAt,
  words: protestStepWords.open(ports.crypto, step, 'words'),
});

/** One's protests, and where one may protest now. */
export async function presentOwnProtests(ctx: Seen, contest: Contest, candidateId: string): Promise<OwnProtests> {
  const { rule } = contest;
  const protests = await protestsOf(ctx.h, candidateId);
  const steps = await protestStepsOf(
    ctx.h,
    protests.map(({ id }) => id),
  );
  const items = [];
  for (const protest of protests) {
    const ledger = steps.filter(({ protestId }) => protestId === protest.id).map((step) => stepOf(ctx, step));
    items.push({ ...(await common(ctx, contest, protest)), ledger });
  }
  const { state: board } = await findBoard(ctx.h, contest.notice.id);
  const stages = (await stagesToProtest(ctx, contest, candidateId)).map(({ stage, publishedOn, until }) => {
    const isOpen = protests.some((one) => one.stage === stage && one.state === 'open');
    const may = board !== 'locked' && !isOpen && (until === null || ctx.now.day <= until);
    return { stage, stageName: stageNameOf(rule, stage), publishedOn, until, may };
  });
  const { protest: printed } = rule;
  return {
    rule: printed ? { to: printed.to.value, source: printed.to.source, window: printed.window.source } : null,
    stages,
    items,
  };
}

/** A protest as staff see it. */
export async function presentStaffProtest(
  ctx: Seen & { readonly actor: Actor },
  contest: Contest,
  protest: Protest,
): Promise<StaffProtest> {
  const entry = await findEntry(ctx.h, protest.candidateId);
  const steps = await protestStepsOf(ctx.h, [protest.id]);
  const names = await staffNamesOf(ctx.h, [...new Set(steps.map(({ takenBy }) => takenBy))]);
  const markers = await markersOf(ctx.h, protest.eventId);
  const name = entry?.name ?? '';
  const { protest: rule } = contest.rule;
  // no notice says by when: as long as there was to protest
  const by = rule && protestUntil(rule, dayAt(protest.filedAt), await loadCalendar(ctx.h));
  return {
    ...(await common(ctx, contest, protest)),
    bodyId: protest.bodyId,
    title: contest.notice.title.value,
    name,
    unit: entry?.unit ?? null,
    to: rule?.to.value ?? '',
    stageId: protest.eventId,
    decideBy: by?.ok ? by.value : null,
    published: await publishedOf(ctx.h, { stageId: protest.eventId, candidateId: protest.candidateId }),
    revision: protest.revision,
    mayDecide: !markers.includes(ctx.actor.accountId),
    ledger: steps.map((step) => ({
      ...stepOf(ctx, step),
      by: step.kind === 'filed' ? name : (names.get(step.takenBy) ?? ''),
    })),
  };
}
