import { contestGroups as contract } from '@jikaotong/shared/contract';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { packageTitleOf } from '@jikaotong/shared/rules/units';
import { photoFaultSentence, rosterPlaceWords, rowReasons } from '@jikaotong/shared/words';
import { lettingOthersIn } from '../../platform/db';
import { type Context, refusalIn } from '../../platform/http';
import { type Compared, type KeptPicture, type SheetChange, serveSheet } from '../../platform/sheet-imports';
import type { SheetProblem, SheetRow } from '../../platform/sheets';
import { measurePhoto, photoFaults } from '../applications';
import { NOBODY } from '../candidates';
import { documentIndexOf } from '../persons';
import type { Entry } from './contest.record';
import { openEntry } from './entrant';
import { wordIn } from './entry.presenter';
import { entriesOfUnit } from './entry.repository';
import {
  GROUP_HEADERS,
  type GroupKey,
  type GroupValues,
  groupColumns,
  groupExample,
  readEntrant,
  valuesOfEntry,
} from './group-columns';
import { GroupChange } from './group-change';
import { photosByRow } from './group-photos';
import { PACKAGE_PHOTOS } from './group-batches';
import { takeGroupVersion } from './group.repository';
import { type EntryBody, judgeEntrant } from './judge-entry';
import { type OpenGroup, loadGroup, refuseClosedGroup, wayOf } from './open-group';
import { applyGroup } from './write-group';

/** The package of a unit: its list, and a photo of everybody (C25 三（六）2). */
export const packageImport = serveSheet({
  name: 'contest-package',
  endpoints: contract.packageSheet,
  open: (asked, id) => loadGroup(asked, id),
  judge: (open, day) => {
    if (wayOf(open.contest) !== 'package') return { refused: 'group-not-offered' };
    return refuseClosedGroup(open, day) ?? (titleOf(open) === null ? { refused: 'package-title-wrong' } : null);
  },
  columns: ({ contest }) => groupColumns(contest.rule),
  exampleOf: ({ contest }) => groupExample(contest.rule),
  picture: async ({ contest }, bytes) => {
    const facts = await measurePhoto(bytes);
    const faults = photoFaults(contest.notice, { fileId: '', facts });
    return { facts, faults: faults.map(({ code, data }) => photoFaultSentence(code, data)) };
  },
  batch: { kind: PACKAGE_PHOTOS, list: contract.packageList },
  compare: comparePackage,
  payload: GroupChange,
  apply: applyGroup,
  basis: {
    of: ({ group }) => String(group.version),
    take: ({ h }, { group }, basis) => takeGroupVersion(h, { id: group.id, version: Number(basis) }),
  },
});

const titleOf = ({ group }: OpenGroup) => (group.title === null ? null : packageTitleOf(group.title));

type Problems = Compared<GroupChange>['problems'][number][];

async function comparePackage(
  ctx: Pick<Context, 'h' | 'now' | 'ports'>,
  open: OpenGroup,
  rows: readonly SheetRow<GroupKey>[],
  pictures: readonly KeptPicture[] | null,
): Promise<Compared<GroupChange>> {
  const { contest, group } = open;
  const live = (await entriesOfUnit(ctx.h, group)).filter(({ state }) => state === 'entered');
  const byDocument = new Map(live.map((entry) => [entry.documentIndex, entry]));
  const { photos, problems: ofPhotos } = pictures === null ? NO_PHOTOS : photosByRow(rows, pictures);
  const problems: Problems = [...ofPhotos, ...(pictures === null ? [] : titleProblems(open, rows.length))];
  const changes: SheetChange<GroupChange>[] = [];
  const named = new Map<string, { readonly row: number; readonly name: string }>();
  let same = 0;
  for await (const { row, values } of lettingOthersIn(rows)) {
    const read = judgeRow(ctx, open, values);
    if ('problems' in read) {
      problems.push(...read.problems.map((problem) => ({ ...problem, row })));
      continue;
    }
    const { body, candidate } = read;
    const { documentType, documentNumber } = candidate;
    if (documentType === null || documentNumber === null) throw new Error('a row that was judged has no document');
    const key = documentIndexOf(ctx.ports.crypto, { documentType, documentNumber }).index;
    const first = named.get(key);
    if (first) {
      const value = rosterPlaceWords({ ...first, position: null });
      problems.push({ row, column: GROUP_HEADERS.documentNumber, code: 'document-twice-with', value });
      continue;
    }
    named.set(key, { row, name: candidate.name ?? '' });
    const entry = byDocument.get(key) ?? null;
    const picture = photos.get(row) ?? null;
    if (pictures !== null && picture === null && !entry?.photo)
      problems.push({ row, column: GROUP_HEADERS.photo, code: 'photo-missing', value: null });
    const person = { ...NOBODY, ...candidate, documentNumber };
    const now = valuesOfEntry({ ...body, entrantGroup: body.group }, person, body, contest.rule);
    const photo = picture === null || isSamePicture(entry, picture) ? null : keptPhoto(picture);
    const differing = changesOf(entry && valuesBefore(ctx, open, entry), now, photo !== null);
    if (entry && differing.length === 0) same += 1;
    else
      changes.push({
        kind: entry ? 'changed' : 'added',
        key,
        row,
        label: labelOf(body.name, documentNumber),
        changes: differing,
        payload: {
          body,
          photo,
          entryId: entry?.id ?? null,
          version: entry?.version ?? 0,
        },
      });
  }
  for (const entry of live)
    if (!named.has(entry.documentIndex))
      changes.push({
        kind: 'missing',
        key: entry.id,
        row: null,
        label: `${labelOf(entry.name, openEntry(ctx.ports.crypto, entry).documentNumber)}${entry.accountId === null ? '' : CLAIMED}`,
        changes: [],
        payload: { body: null, photo: null, entryId: entry.id, version: entry.version },
      });
  return { changes, same, problems };
}

/** Beside whom a package leaves out in vain. */
const CLAIMED = '，本人已认领：名单里没有也不会撤回，要退出请本人办理';

const NO_PHOTOS = { photos: new Map<number, KeptPicture>(), problems: [] } as const;

const titleProblems = (open: OpenGroup, people: number): Problems => {
  const title = titleOf(open);
  if (title === null || title.people === people) return [];
  return [{ row: null, column: null, code: 'title-count', value: `包名 ${title.people} 人，名单 ${people} 人` }];
};

type Judged =
  | { readonly body: EntryBody; readonly candidate: ReturnType<typeof judgeEntrant>['candidate'] }
  | { readonly problems: readonly Omit<SheetProblem<string>, 'row'>[] };

/** A row by the rules that individuals are judged by. */
function judgeRow(ctx: Pick<Context, 'now'>, { contest, unit }: OpenGroup, values: GroupValues): Judged {
  const read = readEntrant(values, contest.rule, unit);
  if ('problems' in read) return read;
  try {
    const known = { ...NOBODY, photo: null, last: null };
    return { body: read.body, candidate: judgeEntrant(ctx, { contest, body: read.body, known }).candidate };
  } catch (error) {
    const refused = refusalIn(error);
    if (!refused) throw error;
    const value = rowReasons(refused.refused, refused.data ?? {}).join('；');
    const column = refused.refused === 'identity-refused' ? GROUP_HEADERS.documentNumber : null;
    return { problems: [{ column, code: 'entrant-refused', value }] };
  }
}

const valuesBefore = (ctx: Pick<Context, 'ports'>, { contest }: OpenGroup, entry: Entry): GroupValues =>
  valuesOfEntry(
    entry,
    openEntry(ctx.ports.crypto, entry),
    { groupNote: wordIn(ctx, entry, 'groupNote'), coach: wordIn(ctx, entry, 'coach') },
    contest.rule,
  );

const KEYS: readonly GroupKey[] = [
  'name',
  'documentType',
  'documentNumber',
  'documentExpiresOn',
  'birthDate',
  'sex',
  'phone',
  'group',
  'groupNote',
  'coach',
  'unionCard',
  'levelOccupation',
  'level',
  'training',
];

const changesOf = (before: GroupValues | null, now: GroupValues, isNewPhoto: boolean) => [
  ...KEYS.flatMap((key) => {
    const [from, to] = [before?.[key] ?? '', now[key]];
    return from === to ? [] : [{ column: GROUP_HEADERS[key], from: before === null ? null : from, to }];
  }),
  ...(isNewPhoto && before !== null ? [{ column: '照片', from: '原来的', to: '新的' }] : []),
];

const keptPhoto = ({ fileId, facts }: KeptPicture) => (fileId === null ? null : { fileId, facts });

/** The same picture measures the same. */
const isSamePicture = (entry: Entry | null, { facts }: KeptPicture): boolean =>
  JSON.stringify(entry?.photo?.facts) === JSON.stringify(facts);

const labelOf = (name: string, number: string): string => `${name}（${maskNumber(number).slice(-4)}）`;
