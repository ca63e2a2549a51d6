import { type BodyOf, type bodyConducts as contract } from '@jikaotong/shared/contract';
import type { Clause, LocalDate } from '@jikaotong/shared/kernel';
import { type ConductRule, type Notice, ConductSchema } from '@jikaotong/shared/notice';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import { type Application, loadFrame } from '../applications';
import { type BodyConduct, bodyConductRecord, conductOn, conductsOf, findBody } from '../bodies';
import { listNoticeRows, loadNotice } from '../notices';

/**
 * The frame of an application with what holds there of breaches: what the notice prints; where it prints nothing, the
 * version of its body that an open case is dealt with by (`pinned`), or else the one agreed on for that exam day.
 */
export async function frameWithConduct(h: Handle, row: Application, pinned: string | null = null) {
  const frame = await loadFrame(h, row);
  if (frame.notice.conduct) return { ...frame, conductId: null };
  const agreed =
    pinned === null
      ? await conductOn(h, row.bodyId, frame.examEnd)
      : await h.repo(bodyConductRecord).findOneBy({ id: pinned });
  const conduct = agreed && ConductSchema.parse(agreed.content);
  return { ...frame, notice: { ...frame.notice, conduct }, conductId: agreed?.id ?? null };
}

/** Notices that print what follows of breaches, the body's own first. */
export async function adoptable(h: Handle, bodyId: string) {
  const found: { readonly notice: Notice; readonly conduct: ConductRule; readonly bodyName: string }[] = [];
  for (const row of await listNoticeRows(h)) {
    const { notice } = await loadNotice(h, row.id, row.currentVersion);
    if (notice.conduct === null) continue;
    const bodyName = (await findBody(h, row.bodyId))?.name ?? '';
    const own = row.bodyId === bodyId;
    found.splice(own ? 0 : found.length, 0, { notice, conduct: notice.conduct, bodyName });
  }
  return found;
}

type Proposal = BodyOf<typeof contract.proposeConduct>;

/**
 * One says what the body takes over. Refuses `not-found` for a notice that prints nothing, `wrong-state` for a day that is
 * over, or while another version waits.
 */
export async function proposeConduct(
  ctx: Context,
  given: Proposal & { readonly bodyId: string; readonly byAccountId: string },
): Promise<void> {
  const { bodyId, noticeId, from, byAccountId, own = [], ...procedure } = given;
  if (from < ctx.now.day) refuse('wrong-state', { state: 'conduct-in-past' });
  const taken = (await adoptable(ctx.h, bodyId)).find(({ notice }) => notice.id === noticeId) ?? refuse('not-found');
  if (own.some(({ tier }) => taken.conduct.tiers.every((one) => one.tier !== tier))) refuse('not-found');
  const [last] = await conductsOf(ctx.h, bodyId);
  const version = (last?.version ?? 0) + 1;
  const of = { version, from, bodyName: taken.bodyName, year: taken.notice.year };
  const row: BodyConduct = {
    id: newId(),
    bodyId,
    version,
    state: 'waiting',
    liveKey: bodyId,
    fromDay: from,
    adoptedFrom: `${taken.bodyName}：${taken.notice.title.value}`.slice(0, 200),
    content: takenOver(withOwn(taken.conduct, own, version), procedure, of),
    proposedBy: byAccountId,
    proposedAt: ctx.now.ms,
    decidedBy: null,
    decidedAt: null,
  };
  try {
    await insert(ctx.h, bodyConductRecord, row);
  } catch (error) {
    if (!isDuplicate(error, 'uq_body_conduct_live') && !isDuplicate(error, 'uq_body_conduct_version')) throw error;
    refuse('wrong-state', { state: 'conduct-waiting' });
  }
  ctx.audit('conduct-proposed', { bodyId }, { version });
}

/** Another agrees, or not. Refuses `breach-by-another`, `wrong-state` where it was decided already or its day is over. */
export async function decideConduct(
  ctx: Context,
  row: BodyConduct,
  { agrees, byAccountId }: { readonly agrees: boolean; readonly byAccountId: string },
): Promise<void> {
  if (row.state !== 'waiting') refuse('wrong-state', { state: 'decided' });
  if (agrees && row.proposedBy === byAccountId) refuse('breach-by-another');
  if (agrees && row.fromDay < ctx.now.day) refuse('wrong-state', { state: 'conduct-day-over' });
  const set = {
    state: agrees ? ('agreed' as const) : ('left' as const),
    liveKey: null,
    decidedBy: byAccountId,
    decidedAt: ctx.now.ms,
  };
  if ((await updateWhere(ctx.h, bodyConductRecord, { id: row.id, state: 'waiting' }, set)) !== 1)
    refuse('wrong-state', { state: 'decided' });
  ctx.audit('conduct-decided', { bodyId: row.bodyId }, { version: row.version, agrees });
}

/** The printed list with what the body adds, each beside what follows of its weight. */
const withOwn = (conduct: ConductRule, own: NonNullable<Proposal['own']>, version: number): ConductRule => ({
  ...conduct,
  tiers: conduct.tiers.map((tier) => ({
    ...tier,
    breaches: [
      ...tier.breaches,
      ...own
        .filter((one) => one.tier === tier.tier)
        .map(({ text, afterWarning }, at) => ({
          code: `own-${tier.tier}-${at + 1}`,
          text,
          afterWarning,
          source: { assumed: `本机构违纪处理办法第${version}版自行增加的情形` },
        })),
    ],
  })),
});

type Of = {
  readonly version: number;
  readonly from: LocalDate;
  readonly bodyName: string;
  readonly year: number;
};

/** The printed list as the body has it: each clause says whose print it is, the procedure that the body has set it. */
function takenOver(
  conduct: ConductRule,
  { statementDays, appealDays, banFrom }: Omit<Proposal, 'noticeId' | 'from' | 'own'>,
  of: Of,
): ConductRule {
  const named = (source: Clause): Clause =>
    'clause' in source ? { ...source, clause: `${of.bodyName}${of.year}年通知${source.clause}` } : source;
  const set = { assumed: `机构违纪处理办法第${of.version}版，${of.from}起执行` };
  return {
    ...conduct,
    tiers: conduct.tiers.map((tier) => ({
      ...tier,
      source: named(tier.source),
      breaches: tier.breaches.map((breach) => ({ ...breach, source: named(breach.source) })),
    })),
    falseMaterial: conduct.falseMaterial && { ...conduct.falseMaterial, source: named(conduct.falseMaterial.source) },
    later: conduct.later && { ...conduct.later, source: named(conduct.later.source) },
    rules: conduct.rules.map((one) => ({ ...one, source: named(one.source) })),
    procedure: {
      statementDays: { value: statementDays, source: set },
      appealDays: { value: appealDays, source: set },
      banFrom: { value: banFrom, source: set },
      banScope: { value: 'body', source: set },
    },
  };
}
