import type { ShownStanding, StageDesk, StageEntrantView } from '@jikaotong/shared/contract';
import { dayAt, pointsOf } from '@jikaotong/shared/kernel';
import type { Actor, Context } from '../../platform/http';
import { staffNamesOf } from '../accounts';
import { contestStagesOf } from '../contests';
import { findExamDay } from '../sessions';
import { desksAmong } from './desk.repository';
import {
  type StageEntrant,
  namedEntrantsIn,
  notesOf,
  openByOf,
  shownStandingOf,
  standingOf,
} from './entrant.repository';
import { waitingFor } from './freeze-roster';
import { ungroupedIn } from './group-entrant';
import type { FrozenStage, Stage } from './stage';
import { earlyRosterOf } from './too-early';
import { type StageAdmission, type StageRankingRow, admissionWords, noteWords, rankingWords } from './stage.record';

type Asking = Pick<Context, 'h' | 'ports' | 'now'> & { readonly actor: Actor };

/** The desk of a stage with how far its marks are. */
export async function presentDesk(ctx: Asking, stage: Stage): Promise<StageDesk> {
  const { h, actor } = ctx;
  const { desk } = stage;
  const ids = new Map((await contestStagesOf(h, stage.notice.id)).map((row) => [row.stage, row.id]));
  const desks = await desksAmong(h, [...ids.values()]);
  const entrants = desk === null ? [] : await namedEntrantsIn(h, stage.id);
  const stood = entrants.map(shownStandingOf);
  const present = entrants.filter((row) => standingOf(row) === 'present');
  const openOf = (part: 'theory' | 'skill' | 'standing') =>
    entrants.filter((row) => openByOf(row, part) !== null).length;
  const count = (standing: ShownStanding) => stood.filter((one) => one === standing).length;
  return {
    id: stage.id,
    bodyId: stage.event.bodyId,
    noticeId: stage.notice.id,
    title: stage.notice.title.value,
    code: stage.code,
    name: stage.name,
    day: stage.event.firstDay,
    stages: stage.rule.stages.flatMap(({ code, name }) => {
      const id = ids.get(code);
      if (id === undefined) return [];
      const found = desks.get(id);
      return [{ id, name, frozen: found !== undefined, revision: found?.revision ?? 0 }];
    }),
    ...((await findExamDay(h, stage.id)) && { hasExamDay: true as const }),
    frozenAt: desk?.frozenAt ?? null,
    early: await earlyRosterOf(h, stage, ctx.now.day),
    waiting: desk === null ? (await waitingFor(h, stage.id)).length : 0,
    rankingGroups: (stage.rule.rankingGroups ?? []).map(({ code, name }) => ({ code, name })),
    ungrouped: await ungroupedIn(ctx, stage),
    revision: desk?.revision ?? 0,
    turn: desk?.turn ?? 0,
    publishedAt: desk?.publishedAt ?? null,
    entrants: entrants.length,
    standings: {
      present: count('present'),
      absent: count('absent'),
      disqualified: count('disqualified'),
      withdrawn: count('withdrawn'),
      unnoted: count('unnoted'),
    },
    unmarked: {
      theory: present.filter(({ theory }) => theory === null).length,
      skill: present.filter(({ skill }) => skill === null).length,
    },
    unconfirmed: {
      theory: openOf('theory'),
      skill: openOf('skill'),
      standing: openOf('standing'),
      mine: entrants.filter((row) => PARTS.some((part) => openByOf(row, part) === actor.accountId)).length,
    },
  };
}
const PARTS = ['theory', 'skill', 'standing'] as const;

/** An entrant with all that was ever noted of them. */
export async function presentEntrant(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  stage: FrozenStage,
  { id }: Pick<StageEntrant, 'id'>,
): Promise<StageEntrantView> {
  const all = await namedEntrantsIn(h, stage.id);
  const at = all.findIndex((row) => row.id === id);
  const row = all[at];
  if (!row) throw new Error(`entrant ${id} is gone`);
  const notes = await notesOf(h, id);
  const names = await staffNamesOf(
    h,
    notes.flatMap(({ recordedBy, confirmedBy }) => (confirmedBy === null ? [recordedBy] : [recordedBy, confirmedBy])),
  );
  return {
    number: row.number,
    name: row.name,
    unit: row.unit,
    version: row.version,
    standing: shownStandingOf(row),
    theory: row.theory === null ? null : pointsOf(row.theory),
    skill: row.skill === null ? null : pointsOf(row.skill),
    open: PARTS.filter((part) => openByOf(row, part) !== null),
    published: stage.desk.revision > 0,
    next: all[at + 1]?.number ?? null,
    notes: notes.map((note) => ({
      part: note.part,
      points: note.score === null ? null : pointsOf(note.score),
      standing: note.standing,
      reason: noteWords.openIf(ports.crypto, note, 'reason'),
      witness: noteWords.openIf(ports.crypto, note, 'witness'),
      source: note.source,
      byName: names.get(note.recordedBy) ?? '',
      at: note.recordedAt,
      confirmedByName: note.confirmedBy === null ? null : (names.get(note.confirmedBy) ?? ''),
    })),
  };
}

/** What everybody is told about a publication itself. */
export const publicationOf = ({ ports }: Pick<Context, 'ports'>, row: StageRankingRow) => ({
  revision: row.revision,
  publishedAt: row.publishedAt,
  publishedOn: row.publishedOn,
  reason: rankingWords.openIf(ports.crypto, row, 'reason'),
});

/** When and why somebody was let into the next stage in place of another. */
export const admissionOf = ({ ports }: Pick<Context, 'ports'>, row: StageAdmission) => ({
  on: dayAt(row.decidedAt),
  reason: admissionWords.open(ports.crypto, row, 'reason'),
});
