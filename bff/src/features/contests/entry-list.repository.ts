import { contestEntries as contract } from '@jikaotong/shared/contract';
import { ENTRY_DOUBTS, type entryList } from '@jikaotong/shared/lists';
import { OTHER_GROUP } from '@jikaotong/shared/notice';
import { levelWord, sexWord } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { type Handle, findRow } from '../../platform/db';
import type { ListSource, NamesOf, SealedSource } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { doubtCells } from '../cases';
import { findEvents } from '../sessions';
import { type Contest, loadContest } from './contest';
import { stageRecord } from './contest.record';

type Source = ListSource<(typeof entryList)['columns'], (typeof entryList)['filters']>;

const doubts = doubtCells({ stored: 'e.doubts', candidateId: 'p.candidate_id', all: ENTRY_DOUBTS });

const sealedIn = (column: 'sex' | 'birthDate', sealed: string): SealedSource => ({
  sealed,
  row: 'c.id',
  place: { table: 'candidate', column },
});

const wordCell = (column: 'groupNote' | 'coach', sealed: string): SealedSource => ({
  sealed,
  row: 'e.id',
  place: { table: 'contest_entry', column },
});

/** The competition of a stage's event; null when there is no such stage. */
export async function contestOf(h: Handle, eventId: string): Promise<Contest | null> {
  const stage = await findRow(h, stageRecord, { id: eventId });
  return stage && loadContest({ h }, stage.noticeId);
}

const groupNames: NamesOf = async (h, eventId) => {
  const contest = await contestOf(h, eventId);
  const groups = contest?.rule.entrantGroups?.groups ?? [];
  // who is ranked by itself may be called otherwise than who may enter
  const ranked = contest?.rule.rankingGroups ?? [];
  return new Map([...[...ranked, ...groups].map(({ code, name }) => [code, name] as const), [OTHER_GROUP, '其他']]);
};

const stageNames: NamesOf = async (h, eventId) =>
  new Map((await contestOf(h, eventId))?.rule.stages.map(({ code, name }) => [code, name]));

/** The units to choose among: those with the most entrants; any other is found by its words. */
const unitNames: NamesOf = async (h, eventId) => {
  const rows = await h.query<{ unit: string }>(
    `SELECT e.unit AS unit FROM participant p JOIN contest_entry e ON e.id = p.candidate_id
     WHERE p.event_id = ? AND e.unit IS NOT NULL AND e.unit NOT LIKE '%,%'
     GROUP BY e.unit ORDER BY COUNT(*) DESC, e.unit LIMIT 50`,
    [eventId],
  );
  return new Map(rows.map(({ unit }) => [unit, unit]));
};

const Levels = z.array(contract.HeldLevelView);
const levelsIn = (raw: unknown): string =>
  Levels.parse(typeof raw === 'string' ? JSON.parse(raw) : raw)
    .map(({ occupation, level }) => `${occupation}${level === null ? '' : levelWord(level)}`)
    .join('、');

const Photo = z.nullable(z.object({ fileId: z.string() }));
const fileIn = (raw: unknown): string | null =>
  Photo.parse(typeof raw === 'string' ? JSON.parse(raw) : (raw ?? null))?.fileId ?? null;

/** What a group's code makes of `,*,` stands among those that are ranked: both engines know REPLACE and INSTR alike. */
const RANKING = `CASE WHEN g.ranking_groups IS NULL THEN 'together'
  WHEN e.entrant_group IS NOT NULL AND INSTR(g.ranking_groups, REPLACE(',*,', '*', e.entrant_group)) > 0 THEN 'grouped'
  ELSE 'ungrouped' END`;

/** Who entered a stage, also those who stepped back or were refused. */
export const entrySource = {
  table: 'participant p',
  joins:
    'JOIN candidate c ON c.id = p.candidate_id JOIN contest_entry e ON e.id = p.candidate_id JOIN contest_stage g ON g.id = p.event_id',
  indexes: { submittedAt: 'ix_participant_handed_in', name: 'ix_participant_called' },
  within: 'p.event_id',
  // whoever entered has a name until the record is erased
  always: 'p.submitted_at IS NOT NULL AND p.name IS NOT NULL',
  id: 'p.candidate_id',
  version: 'p.version',
  cells: {
    name: 'p.name',
    unit: 'e.unit',
    group: 'e.entrant_group',
    groupNote: wordCell('groupNote', 'e.group_note'),
    ranking: RANKING,
    state: 'p.state',
    doubts: doubts.cell,
    submittedAt: 'p.submitted_at',
    phone: phoneCell,
    documentType: 'c.document_type',
    documentNumber: documentNumberCell,
    sex: { ...sealedIn('sex', 'c.sex'), words: sexWord.any },
    birthDate: sealedIn('birthDate', 'c.birth_date'),
    unitType: 'e.unit_type',
    coach: wordCell('coach', 'e.coach'),
    stage: `(SELECT s.stage FROM participant q JOIN contest_stage s ON s.id = q.event_id
             WHERE q.id = (SELECT MAX(r.id) FROM participant r WHERE r.candidate_id = p.candidate_id))`,
    training: 'e.training',
    unionCard: 'e.union_card',
    levels: { expr: 'e.levels', read: levelsIn },
    listReference: 'e.list_reference',
    photo: { expr: 'c.photo', read: fileIn },
  },
  names: { group: groupNames, stage: stageNames, unit: unitNames },
  filters: { doubts: doubts.filter },
  tallies: { doubts: doubts.tally },
  bodyOf: async (h, eventId) => {
    const event = (await findEvents(h, [eventId])).get(eventId);
    return event?.kind === 'stage' ? event.bodyId : null;
  },
} satisfies Omit<Source, 'acts' | 'actorNow'>;

/** The live ones of a frozen choice, counted by the group that they are in. */
export async function countChosenGroups(
  h: Handle,
  { selectionId, eventId }: { readonly selectionId: string; readonly eventId: string },
): Promise<readonly { readonly group: string | null; readonly people: number }[]> {
  const rows = await h.query<{ grouped: string | null; people: number | string }>(
    `SELECT e.entrant_group AS grouped, COUNT(*) AS people FROM selection_row r
     JOIN participant p ON p.candidate_id = r.row_id JOIN contest_entry e ON e.id = p.candidate_id
     WHERE r.selection_id = ? AND p.event_id = ? AND p.state IN ('submitted', 'approved')
     GROUP BY e.entrant_group ORDER BY e.entrant_group`,
    [selectionId, eventId],
  );
  return rows.map(({ grouped, people }) => ({ group: grouped, people: Number(people) }));
}
