import { createHash } from 'node:crypto';
import { UnitKindSchema } from '@jikaotong/shared/notice';
import { type AnsweredAwards, type Finisher, answeredAwards } from '@jikaotong/shared/rules/awards';
import type { Context } from '../../platform/http';
import { type Contest, contestStagesOf, entryWords, listLiveEntries, stageEventOf } from '../contests';
import { rankingOf } from '../stages';
import { answersOf, joinedUnitsOf } from './award.repository';

type Seen = Pick<Context, 'h' | 'ports'>;
type RuleStage = Contest['rule']['stages'][number];

/** Who an entrant is, as the awards name them. */
export type Named = { readonly name: string; readonly unit: string | null; readonly rank: number | null };

export type Computed = AnsweredAwards & {
  /** The publication of the final's ranks that they rest on. */
  readonly revision: number;
  readonly publishedAt: number;
  /** The last stage that was held. */
  readonly last: RuleStage;
  /** Asked where the stages after it were cancelled: whether its ranks are the final ones. No notice says it. */
  readonly finalRanks: { readonly key: string; readonly off: readonly RuleStage[]; readonly open: boolean } | null;
  readonly people: ReadonlyMap<string, Named>;
  readonly finishers: readonly Finisher[];
};

/** The stages of a competition that are held, and those that were cancelled. */
export async function heldStages(h: Context['h'], { rule, notice }: Contest) {
  const off = new Set(
    (await contestStagesOf(h, notice.id)).flatMap((row) => (row.cancelledAt === null ? [] : row.stage)),
  );
  return {
    held: rule.stages.filter(({ code }) => !off.has(code)),
    off: rule.stages.filter(({ code }) => off.has(code)),
  };
}

/** The awards as they are at this moment; null before the ranks of the last stage that is held are published. */
export async function computeAwards(ctx: Seen, contest: Contest): Promise<Computed | null> {
  const { rule, notice } = contest;
  const rankings = [];
  for (const { code } of rule.stages)
    rankings.push({ code, ranking: await rankingOf(ctx.h, await stageEventOf(ctx.h, notice.id, code)) });
  const { held, off } = await heldStages(ctx.h, contest);
  const lastHeld = held.at(-1);
  const last = rankings.find(({ code }) => code === lastHeld?.code)?.ranking;
  if (!lastHeld || !last) return null;
  const stored = await answersOf(ctx.h, notice.id);
  const asked = off.length > 0 ? stored.find(({ answerKey }) => answerKey === finalRanksKey(lastHeld)) : undefined;
  const isFinal = off.length === 0 || asked?.given === true;
  const first = new Map((rankings[0]?.ranking?.rows ?? []).map((row) => [row.candidateId, row]));
  // nobody has a final rank while it is not said which ranks are the final ones
  const final = new Map((isFinal ? last.rows : []).map((row) => [row.candidateId, row]));
  const reached = new Map<string, string>();
  for (const { code, ranking } of rankings) for (const row of ranking?.rows ?? []) reached.set(row.candidateId, code);
  const joined = new Map((await joinedUnitsOf(ctx.h, notice.id)).map((row) => [row.written, row]));

  const finishers: Finisher[] = [];
  const people = new Map<string, Named>();
  for (let after: string | null = null; ;) {
    const page = await listLiveEntries(ctx.h, notice.id, { after, limit: PAGE });
    for (const entry of page) {
      const unit = unitOf(entry, joined);
      const begun = first.get(entry.id);
      const rank = final.get(entry.id)?.rank ?? null;
      finishers.push({
        entrant: entry.id,
        group: (final.get(entry.id) ?? begun)?.group ?? null,
        unit,
        coach: entryWords.openIf(ctx.ports.crypto, entry, 'coach'),
        unionCard: entry.unionCard,
        // whoever was disqualified had come; whoever stepped back had not
        takingPart: begun !== undefined && (begun.standing === 'present' || begun.standing === 'disqualified'),
        reached: reached.get(entry.id) ?? null,
        rank,
      });
      people.set(entry.id, { name: entry.name, unit: unit?.name ?? null, rank });
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.id ?? null;
  }
  const answers = stored.map(({ answerKey: key, given }) => ({ key, given }));
  const { revision, publishedAt } = last;
  const finalRanks = off.length === 0 ? null : { key: finalRanksKey(lastHeld), off, open: asked === undefined };
  return {
    ...answeredAwards(rule, finishers, answers),
    revision,
    publishedAt,
    last: lastHeld,
    finalRanks,
    people,
    finishers,
  };
}
const PAGE = 500;

const finalRanksKey = ({ code }: RuleStage): string => `final-ranks:${code}`;

/** What two looks at the awards must agree in for one to be what the other saw. */
export const digestOf = ({ lines }: Pick<Computed, 'lines'>): string =>
  createHash('sha256')
    .update(JSON.stringify(lines.map(({ award, to, because, fen }) => [award, to.kind, to.name, because, fen])))
    .digest('hex');

type Written = { readonly unit: string | null; readonly unitType: string | null };

/** The unit that an entrant's written one was joined to, else as written. */
function unitOf(
  { unit, unitType }: Written,
  joined: ReadonlyMap<string, Pick<Awaited<ReturnType<typeof joinedUnitsOf>>[number], 'name' | 'kind'>>,
): Finisher['unit'] {
  if (unit === null) return null;
  const one = joined.get(unit);
  if (one) return { name: one.name, kind: one.kind };
  const kind = UnitKindSchema.safeParse(unitType);
  return { name: unit, kind: kind.success ? kind.data : 'other' };
}
