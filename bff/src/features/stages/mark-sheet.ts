import { type Score, isScore, parseScore, pointsOf, tidyName } from '@jikaotong/shared/kernel';
import { STAGE_PARTS, type StagePart } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import type { Context } from '../../platform/http';
import type { Chunk, Compared, SheetChange } from '../../platform/sheet-imports';
import type { Column, SheetRow } from '../../platform/sheets';
import { takeTurn } from './desk.repository';
import { addNotes, changeEntrantIf, entrantsIn, namedEntrantsIn } from './entrant.repository';
import { noteOf } from './note';
import { type Stage, findStage } from './stage';
import type { StageEntrant, StageNoteRow } from './stage.record';

const HEADERS = { number: '参赛号', name: '姓名', theory: '理论', skill: '技能' } as const;
type Key = keyof typeof HEADERS;
/** Beside the name of somebody who did not come, as far as anybody noted. */
const ABSENT = '（已登记缺考，表里有成绩，请核对）';

export const MARK_COLUMNS: readonly Column<Key>[] = [
  { key: 'number', header: HEADERS.number, kind: 'text', required: true, width: 10 },
  { key: 'name', header: HEADERS.name, kind: 'text', optional: true, checkOnly: true, width: 14 },
  { key: 'theory', header: HEADERS.theory, kind: 'text', optional: true, width: 10 },
  { key: 'skill', header: HEADERS.skill, kind: 'text', optional: true, width: 10 },
];

const Mark = z.nullable(z.custom<Score>((value) => typeof value === 'number' && isScore(value)));
/** One entrant's marks as a sheet says them, at the version that was compared; null: the sheet says nothing. */
export const MarkChange = z.object({ number: z.number(), version: z.number(), theory: Mark, skill: Mark });
type MarkChange = z.output<typeof MarkChange>;

/** Holds a sheet of marks against those that count, by the number on the roster. An empty cell changes nothing. */
export async function compareMarks(
  { h }: Pick<Context, 'h'>,
  { id }: Pick<Stage, 'id'>,
  rows: readonly SheetRow<Key>[],
): Promise<Compared<MarkChange>> {
  const entrants = new Map((await namedEntrantsIn(h, id)).map((row) => [row.number, row]));
  // whoever is noted absent and has marks all the same is looked at first
  const ofAbsent: SheetChange<MarkChange>[] = [];
  const ofOthers: SheetChange<MarkChange>[] = [];
  const problems: Compared<MarkChange>['problems'][number][] = [];
  const seen = new Set<number>();
  let same = 0;
  for (const { row, values } of rows) {
    const wrong = (key: Key, code: string) =>
      problems.push({ row, column: HEADERS[key], code, value: values[key].slice(0, 40) });
    const entrant = /^\d{1,5}$/.test(values.number) ? entrants.get(Number(values.number)) : undefined;
    if (!entrant) {
      wrong('number', 'entrant-unknown');
      continue;
    }
    const { number, version } = entrant;
    const isAbsent = entrant.standing === 'absent';
    if (seen.has(number)) wrong('number', 'entrant-twice');
    seen.add(number);
    if (values.name !== '' && tidyName(values.name) !== tidyName(entrant.name)) wrong('name', 'entrant-name-mismatch');
    const marks = { theory: readMark(values.theory), skill: readMark(values.skill) };
    for (const part of STAGE_PARTS) if (marks[part] === 'wrong') wrong(part, 'not-points');
    const said = { theory: newMark(entrant, marks, 'theory'), skill: newMark(entrant, marks, 'skill') };
    const parts = STAGE_PARTS.filter((part) => said[part] !== null);
    if (parts.length === 0) same += 1;
    else
      (isAbsent ? ofAbsent : ofOthers).push({
        kind: parts.some((part) => entrant[part] !== null) ? 'changed' : 'added',
        key: String(number),
        row,
        label: `${number}号 ${entrant.name}${isAbsent ? ABSENT : ''}`,
        changes: parts.map((part) => ({
          column: HEADERS[part],
          from: wordsOf(entrant[part]),
          to: wordsOf(said[part]),
        })),
        payload: { number, version, ...said },
      });
  }
  return { changes: [...ofAbsent, ...ofOthers], same, problems };
}

type Read = Readonly<Record<StagePart, Score | 'wrong' | null>>;

function readMark(text: string): Score | 'wrong' | null {
  if (text === '') return null;
  const read = parseScore(text);
  return read.ok ? read.value : 'wrong';
}

/** What a sheet says anew; null where it says nothing or what stands there. */
function newMark(entrant: StageEntrant, marks: Read, part: StagePart): Score | null {
  const mark = marks[part];
  return mark === 'wrong' || mark === entrant[part] ? null : mark;
}

const wordsOf = (mark: Score | null): string | null => (mark === null ? null : pointsOf(mark));

/** Notes the confirmed marks of a sheet; what was noted meanwhile is refused one by one. */
export async function applyMarks(
  ctx: Context,
  { subjectId, accountId, changes }: Chunk<MarkChange>,
): Promise<ReadonlyMap<string, string>> {
  const stage = await findStage(ctx.h, subjectId);
  const all = (code: string) => new Map(changes.map(({ key }) => [key, code]));
  if (!stage?.desk) return all('changed-meanwhile');
  if (stage.desk.revision > 0 || !(await takeTurn(ctx.h, stage.desk))) return all('already-published');
  const entrants = new Map((await entrantsIn(ctx.h, stage.id)).map((row) => [row.number, row]));
  const refused = new Map<string, string>();
  const notes: StageNoteRow[] = [];
  for (const { key, payload } of changes) {
    const entrant = entrants.get(payload.number);
    const made = entrant?.version === payload.version ? await noteBoth(ctx, entrant, payload, accountId) : null;
    if (made) notes.push(...made);
    else refused.set(key, 'changed-meanwhile');
  }
  await addNotes(ctx.h, notes);
  const ids = { stageId: stage.id, noticeId: stage.notice.id };
  ctx.audit('stage-marks-imported', ids, { marks: notes.length });
  return refused;
}

/** Null where somebody was faster. */
async function noteBoth(
  ctx: Context,
  entrant: StageEntrant,
  marks: MarkChange,
  accountId: string,
): Promise<StageNoteRow[] | null> {
  const notes: StageNoteRow[] = [];
  for (const part of STAGE_PARTS) {
    const score = marks[part];
    if (score === null) continue;
    const at = { ...entrant, version: entrant.version + notes.length };
    const set =
      part === 'theory' ? { theory: score, theoryOpenBy: accountId } : { skill: score, skillOpenBy: accountId };
    if (!(await changeEntrantIf(ctx.h, at, set))) return null;
    notes.push(noteOf(ctx, { entrant: at, part, what: { score }, accountId, source: 'sheet', reason: null }));
  }
  return notes;
}
