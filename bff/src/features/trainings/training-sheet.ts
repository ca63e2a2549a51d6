import { contestTrainings as contract } from '@jikaotong/shared/contract';
import type { TrainingAttendance } from '@jikaotong/shared/contract';
import { tidyName } from '@jikaotong/shared/kernel';
import { trainingAttendanceWord } from '@jikaotong/shared/words';
import * as z from 'zod/mini';
import { type Context, bodiesOf, download, refuse } from '../../platform/http';
import { type Chunk, type Compared, type SheetChange, serveSheet } from '../../platform/sheet-imports';
import { type Column, type SheetRow, writeSheet } from '../../platform/sheets';
import { findCandidates, openIdentity } from '../candidates';
import { attendanceFault } from './note-attendance';
import type { Training } from './training.record';
import { type Trainee, findTraining, findTrainingIn, putAttendance, traineesOf } from './training.repository';

const HEADERS = { name: '姓名', unit: '单位', tail: '手机后四位', state: '到没到' } as const;
type Key = keyof typeof HEADERS;
const SAID = ['came', 'absent'] as const satisfies readonly TrainingAttendance[];

const COLUMNS: readonly Column<Key>[] = [
  { key: 'name', header: HEADERS.name, kind: 'text', required: true, width: 14 },
  { key: 'unit', header: HEADERS.unit, kind: 'text', optional: true, width: 30 },
  { key: 'tail', header: HEADERS.tail, kind: 'text', optional: true, width: 14 },
  {
    key: 'state',
    header: HEADERS.state,
    kind: 'text',
    optional: true,
    choices: SAID.map(trainingAttendanceWord),
    onlyChoices: true,
    width: 10,
  },
];

const Change = z.object({ entryId: z.string(), version: z.number(), state: z.enum(SAID) });
type Change = z.output<typeof Change>;

/** Who came by a sheet with names; of those called alike the unit or the phone says who is meant. An empty cell says nothing. */
export const sheet = serveSheet({
  name: 'training-attendance',
  endpoints: contract.trainingSheet,
  columns: () => COLUMNS,
  open: async ({ h, actor }, id) =>
    (await findTrainingIn(h, bodiesOf(actor, contract.downloadTrainingTemplate.who), id)) ?? refuse('not-found'),
  judge: attendanceFault,
  compare: compareAttendance,
  payload: Change,
  apply,
});

async function compareAttendance(
  ctx: Pick<Context, 'h' | 'ports'>,
  training: Training,
  rows: readonly SheetRow<Key>[],
): Promise<Compared<Change>> {
  const all = await traineesOf(ctx.h, training);
  const tails = await tailsOf(ctx, calledAlike(all));
  const named = byName(all);
  const changes: SheetChange<Change>[] = [];
  const problems: Compared<Change>['problems'][number][] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const { row, values } of rows) {
    const wrong = (code: string) => problems.push({ row, column: HEADERS.name, code, value: values.name.slice(0, 40) });
    const alike = named.get(tidyName(values.name)) ?? [];
    const trainee = meant(alike, values, tails);
    if (!trainee) {
      wrong(alike.length > 1 ? 'trainee-several' : 'trainee-unknown');
      continue;
    }
    if (seen.has(trainee.id)) wrong('trainee-twice');
    seen.add(trainee.id);
    const state = SAID.find((one) => trainingAttendanceWord(one) === values.state);
    if (!state || state === trainee.state) {
      same += 1;
      continue;
    }
    const from = trainee.state === 'open' ? null : trainingAttendanceWord(trainee.state);
    changes.push({
      kind: from === null ? 'added' : 'changed',
      key: trainee.id,
      row,
      label: trainee.name,
      changes: [{ column: HEADERS.state, from, to: trainingAttendanceWord(state) }],
      payload: { entryId: trainee.id, version: trainee.version, state },
    });
  }
  return { changes, same, problems };
}

function byName(trainees: readonly Trainee[]): ReadonlyMap<string, readonly Trainee[]> {
  const named = new Map<string, Trainee[]>();
  for (const trainee of trainees) {
    const alike = named.get(tidyName(trainee.name));
    if (alike) alike.push(trainee);
    else named.set(tidyName(trainee.name), [trainee]);
  }
  return named;
}

const calledAlike = (trainees: readonly Trainee[]): readonly Trainee[] =>
  [...byName(trainees).values()].flatMap((alike) => (alike.length > 1 ? alike : []));

/** The last digits of these phones. */
async function tailsOf(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  trainees: readonly Trainee[],
): Promise<ReadonlyMap<string, string>> {
  const candidates = await findCandidates(
    h,
    trainees.map(({ id }) => id),
  );
  return new Map(
    [...candidates].flatMap(([id, candidate]) => {
      const { phone } = openIdentity(ports.crypto, candidate);
      return phone === null ? [] : [[id, phone.slice(-4)] as const];
    }),
  );
}

/** The one that a row means: the only one of that name, and of those the only one of that unit and phone. */
function meant(
  alike: readonly Trainee[],
  { unit, tail }: Pick<Readonly<Record<Key, string>>, 'unit' | 'tail'>,
  tails: ReadonlyMap<string, string>,
): Trainee | null {
  if (alike.length === 1) return alike[0] ?? null;
  const [first, second] = alike.filter(
    (one) => (unit === '' || one.unit === unit) && (tail === '' || tails.get(one.id) === tail),
  );
  return second ? null : (first ?? null);
}

async function apply(
  ctx: Context,
  { subjectId, accountId, changes }: Chunk<Change>,
): Promise<ReadonlyMap<string, string>> {
  const training = await findTraining(ctx.h, subjectId);
  if (!training || attendanceFault(training, ctx.now.day))
    return new Map(changes.map(({ key }) => [key, 'wrong-state']));
  const refused = new Map<string, string>();
  for (const { key, payload } of changes) {
    const at = { trainingId: training.id, candidateId: payload.entryId, version: payload.version };
    const set = { state: payload.state, notedAt: ctx.now.ms, notedBy: accountId };
    if (!(await putAttendance(ctx.h, at, set))) refused.set(key, 'changed-meanwhile');
  }
  const people = changes.length - refused.size;
  ctx.audit('training-attendance-imported', { trainingId: training.id }, { people });
  return refused;
}

/** By unit, and in it by name, both as a dictionary has them; whoever has no unit comes last. */
const asCalled = (trainees: readonly Trainee[]): readonly Trainee[] => {
  const { compare } = new Intl.Collator('zh');
  return trainees.toSorted(
    (one, other) =>
      Number(one.unit === null) - Number(other.unit === null) ||
      compare(one.unit ?? '', other.unit ?? '') ||
      compare(one.name, other.name),
  );
};

const template = download(contract.downloadTrainingTemplate, {
  find: async (ctx) => {
    const bodies = bodiesOf(ctx.actor, contract.downloadTrainingTemplate.who);
    const training = (await findTrainingIn(ctx.h, bodies, ctx.input.params.id)) ?? refuse('not-found');
    const all = await traineesOf(ctx.h, training);
    return {
      training,
      trainees: asCalled(all.filter(({ wants }) => wants)),
      tails: await tailsOf(ctx, calledAlike(all)),
    };
  },
  render: async (_, { training, trainees, tails }) => ({
    bytes: await writeSheet({
      title: '赛前培训签到',
      notes: [
        `${training.day} ${training.startsAt} ${training.place}`,
        `“${HEADERS.state}”填“${SAID.map(trainingAttendanceWord).join('”或“')}”，空着的不改。没登记要参加、但来了的人可以加在后面。`,
      ],
      columns: COLUMNS,
      rows: trainees.map(({ id, name, unit, state }) => ({
        name,
        unit: unit ?? '',
        // only where the name alone does not say who
        tail: tails.get(id) ?? '',
        state: state === 'open' ? '' : trainingAttendanceWord(state),
      })),
      blankRows: 20,
    }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '赛前培训签到表.xlsx',
  }),
});

export const routes = [template, ...sheet.routes];
export const { jobs } = sheet;
