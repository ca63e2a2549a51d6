import type { AwardBoardView } from '@jikaotong/shared/contract';
import { type LocalDate, dayAt, sumFen } from '@jikaotong/shared/kernel';
import { UnitKindSchema } from '@jikaotong/shared/notice';
import { proposedJoins, restKey } from '@jikaotong/shared/rules/awards';
import { awardQuestionWords, finalRanksWords } from '@jikaotong/shared/words';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { findCandidates } from '../candidates';
import { type Contest, entrantsAmong, reachOf, stageEventOf, stageNameOf } from '../contests';
import { answerWords, awardWords } from './award.record';
import {
  type Award,
  type StoredAnswer,
  accountsAmong,
  answersOf,
  awardsOfContest,
  joinedUnitsOf,
  writtenUnits,
} from './award.repository';
import { apartIn, awardsApart } from './awards-apart';
import { findBoard } from './board.repository';
import { countAwaited } from './board-steps';
import { type Computed, computeAwards, heldStages } from './computed';
import { isOnPaper } from './on-paper';
import { nextPapers } from './paper-numbers';
import { countOpenProtests } from './protest.repository';
import { protestsUntil } from './protest-steps';

type Seen = Pick<Context, 'h' | 'ports' | 'now'>;
type Line = AwardBoardView['awards'][number]['lines'][number];

/** The board as staff see it: computed at this moment, or as it was locked. */
export async function presentBoard(ctx: Seen & { readonly actor: Actor }, contest: Contest): Promise<AwardBoardView> {
  const { notice, rule } = contest;
  const board = await findBoard(ctx.h, notice.id);
  const isLocked = board.state === 'locked';
  const computed = await computeAwards(ctx, contest);
  const stored = isLocked ? await awardsOfContest(ctx.h, notice.id) : null;
  const lines = stored === null ? linesOf(computed) : await lockedLines(ctx, stored);
  const answers = await answersOf(ctx.h, notice.id);
  const by = [board.proposedBy, board.lockedBy, ...answers.map(({ answeredBy }) => answeredBy)];
  const staff = await staffNamesOf(ctx.h, [...new Set(by.flatMap((id) => id ?? []))]);
  const signed = (id: string | null, at: number | null) =>
    id === null || at === null ? null : { by: staff.get(id) ?? '', on: dayAt(at), mine: id === ctx.actor.accountId };
  return {
    noticeId: notice.id,
    bodyId: notice.body.id,
    title: notice.title.value,
    finalId: await stageEventOf(ctx.h, notice.id, rule.stages.at(-1)?.code ?? 'final'),
    state: board.state,
    turn: board.turn,
    revision: computed?.revision ?? 0,
    publishedOn: computed ? dayAt(computed.publishedAt) : null,
    awards: await awardsOf(ctx, contest, { lines, lockedAt: board.lockedAt }),
    lastHeld: (await heldStages(ctx.h, contest)).held.at(-1)?.name ?? null,
    questions: questionsOf(ctx, { contest, computed, answers, staff }),
    units: await unitsOf(ctx, notice.id),
    protests: {
      open: await countOpenProtests(ctx.h, notice.id),
      awaitRanks: await countAwaited(ctx, notice.id),
      window: isLocked ? null : await windowOf(ctx, contest),
    },
    proposed: signed(board.proposedBy, board.proposedAt),
    locked: signed(board.lockedBy, board.lockedAt),
    totalFen: sumFen([...lines.values()].flat().flatMap(({ fen, state }) => (state === 'given' ? (fen ?? []) : []))),
    accounts: stored && (await accountsNow(ctx.h, stored)),
    ...(isLocked && { apart: await awardsApart(ctx.h, contest) }),
    reach: isLocked ? null : await reachOf(ctx, contest, await winnersOf(ctx.h, computed)),
  };
}

/** What is printed, to whom it goes, and which numbers its papers would get now. */
async function awardsOf(
  ctx: Pick<Seen, 'h'>,
  contest: Contest,
  { lines, lockedAt }: { readonly lines: ReadonlyMap<string, Line[]>; readonly lockedAt: number | null },
): Promise<AwardBoardView['awards']> {
  const awards = [];
  for (const printed of contest.rule.awards) {
    const own = lines.get(printed.code) ?? [];
    const onPaper = isOnPaper(printed, contest.notice.body.name);
    const papers = onPaper ? own.filter((one) => one.state === 'given' && one.paperNumber === null).length : 0;
    const numbering =
      lockedAt === null || papers === 0 ? null : await nextPapers(ctx, contest, { printed, lockedAt, papers });
    awards.push({ ...printedOf(printed), onPaper, numbering, lines: own });
  }
  return awards;
}

/** Whoever would win something, once each. */
async function winnersOf(h: Seen['h'], computed: Computed | null) {
  const won = (computed?.lines ?? []).flatMap(({ to, because }) => (to.kind === 'entrant' ? (because[0] ?? []) : []));
  return [...(await entrantsAmong(h, [...new Set(won)])).values()];
}

/** Of whoever gets money by the locked awards of a competition, how it stands with that, and whose awards stand apart. */
export const prizesOf = async (h: Seen['h'], contest: Contest) => ({
  ...(await accountsNow(h, await awardsOfContest(h, contest.notice.id))),
  apart: (await apartIn(h, contest)).length,
});

/** How many people get money, of how many unpaid ones nobody has told the account, and how many awards could be paid now. */
async function accountsNow(h: Seen['h'], awards: readonly Award[]): Promise<NonNullable<AwardBoardView['accounts']>> {
  const money = awards.filter(({ fen, state }) => fen !== null && state === 'given');
  const peopleIn = (rows: readonly Award[]) => [
    ...new Set(rows.flatMap(({ recipient, candidateId }) => (recipient === 'entrant' ? (candidateId ?? []) : []))),
  ];
  const unpaid = money.filter(({ paidOn }) => paidOn === null);
  const known = await accountsAmong(h, peopleIn(unpaid));
  const lacks = ({ recipient, candidateId }: Award) => recipient === 'entrant' && !known.has(candidateId ?? '');
  return {
    winners: peopleIn(money).length,
    missing: peopleIn(unpaid.filter(lacks)).length,
    due: unpaid.filter((award) => !lacks(award)).length,
  };
}

/** The stage against which one may protest longest from today on. */
async function windowOf(ctx: Seen, contest: Contest): Promise<AwardBoardView['protests']['window']> {
  const window = await protestsUntil(ctx, contest);
  if (!window?.ok) return null;
  const { stage, until } = window.value;
  return { stage: stageNameOf(contest.rule, stage), until };
}

type Printed = Contest['rule']['awards'][number];

/** What the notice prints of an award. */
export const printedOf = ({ code, name, gives, giver, tax, source }: Printed) => ({
  code,
  name,
  gives,
  giver,
  tax: tax ?? null,
  source,
});

function linesOf(computed: Computed | null): ReadonlyMap<string, Line[]> {
  const lines = new Map<string, Line[]>();
  for (const { award, to, because, fen } of computed?.lines ?? []) {
    const person = computed?.people.get(because[0] ?? '');
    const line: Line = {
      id: null,
      to: to.kind,
      name: to.kind === 'entrant' ? (person?.name ?? '') : to.name,
      unit: to.kind === 'unit' ? null : (person?.unit ?? null),
      rank: to.kind === 'unit' ? null : (person?.rank ?? null),
      fen,
      state: 'given',
      reason: null,
      paperNumber: null,
    };
    lines.set(award, [...(lines.get(award) ?? []), line]);
  }
  return lines;
}

/** Locked awards by their code. */
async function lockedLines(
  { h, ports }: Omit<Seen, 'now'>,
  awards: readonly Award[],
): Promise<ReadonlyMap<string, Line[]>> {
  const names = await namesOf(h, awards);
  const lines = new Map<string, Line[]>();
  for (const award of awards) {
    const { id, recipient: to, unit, rank, fen, state, paperNumber } = award;
    const line: Line = {
      id,
      to,
      name: nameOf({ ports }, award, names),
      unit: to === 'unit' ? null : unit,
      rank,
      fen,
      state,
      reason: awardWords.openIf(ports.crypto, award, 'reason'),
      paperNumber,
    };
    lines.set(award.code, [...(lines.get(award.code) ?? []), line]);
  }
  return lines;
}

/** The names of whom awards go to, by candidate. */
export async function namesOf(h: Seen['h'], awards: readonly Award[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(awards.flatMap(({ candidateId }) => candidateId ?? []))];
  const candidates = await findCandidates(h, ids);
  return new Map([...candidates].map(([id, { name }]) => [id, name ?? '']));
}

/** Whom an award goes to, in the clear. */
export function nameOf(
  { ports }: { readonly ports: Pick<Seen['ports'], 'crypto'> },
  award: Award,
  names: ReadonlyMap<string, string>,
): string {
  if (award.recipient === 'unit') return award.unit ?? '';
  if (award.recipient === 'coach') return awardWords.openIf(ports.crypto, award, 'coach') ?? '';
  return names.get(award.candidateId ?? '') ?? '';
}

type Asked = {
  readonly contest: Contest;
  readonly computed: Computed | null;
  readonly answers: readonly StoredAnswer[];
  readonly staff: ReadonlyMap<string, string>;
};

function questionsOf({ ports }: Seen, { contest, computed, answers, staff }: Asked): AwardBoardView['questions'] {
  const byKey = new Map(answers.map((row) => [row.answerKey, row]));
  const answerOf = (key: string) => {
    const row = byKey.get(key);
    if (!row) return null;
    const reason = answerWords.open(ports.crypto, row, 'reason');
    return { given: row.given, reason, by: staff.get(row.answeredBy) ?? '', on: dayAt(row.answeredAt) };
  };
  const asked = (computed?.questions ?? []).map(({ question, about, open }) => ({
    ofRanks: false,
    award: question.award,
    name: contest.rule.awards.find(({ code }) => code === question.award)?.name ?? question.award,
    words: awardQuestionWords(question),
    source: question.source,
    open,
    about: about.map(({ key, entrant, unit }) => {
      const person = entrant === null ? undefined : computed?.people.get(entrant);
      return {
        key,
        name: unit ?? person?.name ?? '',
        unit: person?.unit ?? null,
        rank: person?.rank ?? null,
        answer: answerOf(key),
      };
    }),
    rest: answerOf(restKey(question.award)),
  }));
  if (!computed?.finalRanks) return asked;
  const { last, finalRanks } = computed;
  const words = finalRanksWords({ last: last.name, off: finalRanks.off.map(({ name }) => name) });
  const name = `${last.name}名次`;
  const about = [{ key: finalRanks.key, name, unit: null, rank: null, answer: answerOf(finalRanks.key) }];
  const { source } = last;
  const ofRanks = { ofRanks: true, award: finalRanks.key, name: '最终名次', words, source, open: finalRanks.open };
  return [{ ...ofRanks, about, rest: null }, ...asked];
}

/** Names that look like one unit and are not joined yet, and those that are. */
async function unitsOf({ h }: Seen, noticeId: string): Promise<AwardBoardView['units']> {
  const joined = new Map((await joinedUnitsOf(h, noticeId)).map((row) => [row.written, row]));
  const written = new Map<string, AwardBoardView['units'][number]['names'][number]>();
  for (const { unit: name, kind: stored, entrants } of await writtenUnits(h, noticeId)) {
    const kind = UnitKindSchema.safeParse(stored);
    const known = written.get(name);
    written.set(name, {
      name,
      kind: known?.kind ?? (kind.success ? kind.data : null),
      entrants: entrants + (known?.entrants ?? 0),
    });
  }
  const groups = new Map<string, AwardBoardView['units'][number]>();
  for (const one of written.values()) {
    const to = joined.get(one.name);
    if (!to || to.name === one.name) continue;
    const group = groups.get(to.name) ?? { names: [], joined: { name: to.name, kind: to.kind } };
    groups.set(to.name, { ...group, names: [...group.names, one] });
  }
  const loose = [...written.values()].filter(({ name }) => !joined.has(name));
  return [...proposedJoins(loose).map((names) => ({ names: [...names], joined: null })), ...groups.values()];
}

/** The day of a moment, or null. */
export const dayOrNull = (at: number | null): LocalDate | null => (at === null ? null : dayAt(at));
