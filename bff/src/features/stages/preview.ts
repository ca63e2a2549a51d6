import type { StagePreview } from '@jikaotong/shared/contract';
import { isTotal, pointsOf, totalText } from '@jikaotong/shared/kernel';
import type { GroupRanking, RankDifference, Ranking, Standing } from '@jikaotong/shared/rules/ranking';
import type { Crypto } from '../../platform/crypto';
import type { Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { entrantsAmong, reachOf } from '../contests';
import { admissionsFrom } from './admission.repository';
import { type NamedEntrant, standingOf } from './entrant.repository';
import { nextStage } from './next-stage';
import { nextRosterOf } from './free-places';
import { type RankingNow, publishedOf, rankingNow, sequelOf } from './ranking-now';
import type { FrozenStage, Stage } from './stage';
import { type StageTie, admissionWords, tieWords } from './stage.record';

/** Points of a total that was stored; null stays null. */
export const pointsIn = (total: number | null): string | null =>
  total !== null && isTotal(total) ? totalText(total) : null;

/** What stands against publishing: unconfirmed notes, people who came and lack a mark, ties that nobody has decided. */
export function againstOf({ entrants, ranking }: Pick<RankingNow, 'entrants' | 'ranking'>): StagePreview['against'] {
  const counting = [...entrants.values()];
  const open = counting.flatMap(({ theoryOpenBy, skillOpenBy, standingOpenBy }) =>
    [theoryOpenBy, skillOpenBy, standingOpenBy].filter((by) => by !== null),
  );
  return {
    unconfirmed: open.length,
    incomplete: ranking.groups.flatMap(({ unranked }) => unranked).filter(({ why }) => why === 'mark-missing').length,
    undecidedTies: ranking.groups.reduce((sum, { undecidedTies }) => sum + undecidedTies.length, 0),
  };
}

/** Whoever is noted absent and has a mark: the door or the mark is wrong, or they came to one part alone. */
export const absentMarked = ({ entrants }: Pick<RankingNow, 'entrants'>): NamedEntrant[] =>
  [...entrants.values()].filter((row) => standingOf(row) === 'absent' && (row.theory !== null || row.skill !== null));

const groupNameOf = (rule: Stage['rule'], group: string | null): string | null =>
  rule.rankingGroups?.find(({ code }) => code === group)?.name ?? null;

export const groupViews = (rule: Stage['rule'], groups: readonly Pick<GroupRanking, 'group' | 'line'>[]) =>
  groups.map(({ group, line }) => ({
    group,
    groupName: groupNameOf(rule, group),
    line: line && { ...line, lastTotal: line.lastTotal === null ? null : totalText(line.lastTotal) },
  }));

/** What publishing would say at this moment. */
export async function previewOf(
  { h, ports, now: { day } }: Pick<Context, 'h' | 'ports' | 'now'>,
  stage: FrozenStage,
): Promise<StagePreview> {
  const { crypto } = ports;
  const now = await rankingNow(h, crypto, stage);
  const next = await nextStage(h, stage, day);
  const sequel = await sequelOf(h, stage, now, next?.begun ?? false);
  const published = next && (await publishedOf(h, stage));
  const roster = published && (await nextRosterOf(h, published, next));
  const there = new Set((roster?.admitted ?? []).map(({ entrantId }) => entrantId));
  const told = sequel ? sequel.touched.map(({ entrant }) => entrant) : [...now.entrants.keys()];
  const people = await entrantsAmong(
    h,
    told.flatMap((id) => now.entrants.get(id)?.candidateId ?? []),
  );
  const person = (id: string) => personOf(now.entrants, id);
  const admissions = await admissionsFrom(h, stage.id);
  const staff = await staffNamesOf(
    h,
    [...admissions.values()].map(({ decidedBy }) => decidedBy),
  );
  const replacements = [];
  for (const { group, free, first } of roster?.free ?? []) {
    const candidateId = now.entrants.get(first.entrantId)?.candidateId;
    const who = await entrantsAmong(h, candidateId === undefined ? [] : [candidateId]);
    const reach = await reachOf({ h, ports }, stage, [...who.values()]);
    replacements.push({ ...person(first.entrantId), groupName: groupNameOf(stage.rule, group), free, reach });
  }
  return {
    revision: stage.desk.revision,
    turn: stage.desk.turn,
    against: againstOf(now),
    absentMarked: absentMarked(now).map(({ number, name }) => ({ number, name })),
    groups: groupViews(stage.rule, now.ranking.groups),
    ties: now.ties.map((tie) => tieView({ crypto, rule: stage.rule, now }, tie)),
    rows: rowsOf(stage.rule, now),
    differences: (sequel?.touched ?? []).map((one) => differenceView(now.entrants, one)),
    reach: await reachOf({ h, ports }, stage, [...people.values()]),
    passedOver: next === null ? [] : (sequel?.passedOver ?? []).filter((id) => !there.has(id)).map(person),
    ask: sequel?.ask ?? 'replacement',
    replacements,
    admitted: (roster?.admitted ?? []).map(({ entrantId, participant }) => {
      const decision = admissions.get(participant.candidateId);
      return {
        ...person(entrantId),
        on: participant.firstSubmittedOn ?? day,
        reason: decision ? admissionWords.open(crypto, decision, 'reason') : null,
        byName: decision ? (staff.get(decision.decidedBy) ?? '') : null,
      };
    }),
  };
}

const personOf = (entrants: RankingNow['entrants'], id: string) => {
  const { number = 0, name = '' } = entrants.get(id) ?? {};
  return { number, name };
};

const placeView = (standing: Standing | null) =>
  standing && { rank: standing.rank, total: totalText(standing.total), advances: standing.advances };

export const differenceView = (entrants: RankingNow['entrants'], { entrant, before, after }: RankDifference) => ({
  ...personOf(entrants, entrant),
  before: placeView(before),
  after: placeView(after),
});

type Seen = { readonly crypto: Crypto; readonly rule: Stage['rule']; readonly now: RankingNow };

function tieView({ crypto, rule, now }: Seen, tie: readonly string[]): StagePreview['ties'][number] {
  const rows = now.ranking.groups.flatMap(({ ranked }) => ranked).filter(({ entrant }) => tie.includes(entrant));
  const [first] = rows;
  if (!first) throw new Error('a tie has nobody in it');
  const decision = now.decided.find(({ entrants }) => tie.every((id) => entrants.includes(id)));
  const tied = rows.map(({ entrant }) => personOf(now.entrants, entrant));
  return {
    groupName: groupNameOf(rule, now.entrants.get(first.entrant)?.rankingGroup ?? null),
    // whom nobody has ranked yet stand by their numbers, not as their rows happen to be kept
    entrants: decision ? tied : tied.toSorted((one, other) => one.number - other.number),
    total: totalText(first.total),
    from: Math.min(...rows.map(({ from }) => from)),
    to: Math.max(...rows.map(({ to }) => to)),
    decision: decision ? decisionView(crypto, decision) : null,
  };
}
const decisionView = (crypto: Crypto, row: StageTie) => ({
  jury: tieWords.open(crypto, row, 'jury'),
  reason: tieWords.open(crypto, row, 'reason'),
});

type Ranked = { readonly entrants: RankingNow['entrants']; readonly ranking: Ranking };

function rowsOf(rule: Stage['rule'], { entrants, ranking }: Ranked): StagePreview['rows'] {
  const about = (entrant: NamedEntrant) => ({ ...shown(entrant), groupName: groupNameOf(rule, entrant.rankingGroup) });
  return ranking.groups.flatMap(({ ranked, unranked }) => [
    ...ranked.flatMap((one) => {
      const entrant = entrants.get(one.entrant);
      const { rank, from, to, advances } = one;
      return entrant ? [{ ...about(entrant), rank, from, to, total: totalText(one.total), advances }] : [];
    }),
    ...unranked.flatMap(({ entrant: id, why }) => {
      const entrant = entrants.get(id);
      const nowhere = { rank: null, from: null, to: null, total: null, advances: 'no' } as const;
      return entrant ? [{ ...about(entrant), ...nowhere, standing: why }] : [];
    }),
  ]);
}

const shown = (entrant: NamedEntrant) => ({
  number: entrant.number,
  name: entrant.name,
  unit: entrant.unit,
  group: entrant.rankingGroup,
  theory: entrant.theory === null ? null : pointsOf(entrant.theory),
  skill: entrant.skill === null ? null : pointsOf(entrant.skill),
  standing: standingOf(entrant),
});
