import { contestEntries } from '@jikaotong/shared/contract';
import {
  hasPicture,
  tidyLine,
  tidyName,
  tidyNumber,
  tidyPhone,
  isLocalDate,
  type LocalDate,
} from '@jikaotong/shared/kernel';
import { type ContestRule, DOCUMENT_TYPES, LEVELS, OTHER_GROUP } from '@jikaotong/shared/notice';
import {
  MOBILE_NUMBER,
  isName,
  normaliseName,
  normaliseNumber,
  originOfDocument,
} from '@jikaotong/shared/rules/identity';
import { documentTypeWord, levelWord, sexWord } from '@jikaotong/shared/words';
import type { Column, SheetProblem } from '../../platform/sheets';
import type { Unit } from '../units';
import type { Entry } from './contest.record';
import type { OpenEntry } from './entrant';
import type { EntryBody } from './judge-entry';

/** What C25's annexes 1 and 2 ask, as far as the notice says (their layouts are assumed), and the name of the photo. */
export const GROUP_HEADERS = {
  name: '姓名',
  documentType: '证件类型',
  documentNumber: '证件号码',
  documentExpiresOn: '证件有效期至（长期留空）',
  birthDate: '出生日期（身份证可留空）',
  sex: '性别（身份证可留空）',
  phone: '手机号',
  group: '参赛对象',
  groupNote: '其他参赛对象的说明',
  coach: '教练',
  unionCard: '有工会会员互助服务卡',
  levelOccupation: '已有证书的职业',
  level: '证书级别',
  training: '参加赛前培训',
  photo: '照片文件名（同名的人填）',
} as const;
export type GroupKey = keyof typeof GROUP_HEADERS;
export type GroupValues = Readonly<Record<GroupKey, string>>;

const YES = '是';
const SEXES = ['male', 'female'] as const;
const OTHER_WORD = '其他';

/** The groups of entrants as the notice words them, with 其他 where its list is open. */
const groupsOf = ({ entrantGroups }: ContestRule): readonly (readonly [string, string])[] => [
  ...(entrantGroups?.groups.map(({ code, name }) => [code, name] as const) ?? []),
  ...(entrantGroups?.open.value === false ? [] : [[OTHER_GROUP, OTHER_WORD] as const]),
];

export function groupColumns(rule: ContestRule): readonly Column<GroupKey>[] {
  const text = (key: GroupKey, width = 16): Column<GroupKey> => ({
    key,
    header: GROUP_HEADERS[key],
    kind: 'text',
    width,
  });
  const day = (key: GroupKey): Column<GroupKey> => ({ ...text(key, 14), kind: 'day', optional: true });
  const choice = (key: GroupKey, choices: readonly string[], width = 12): Column<GroupKey> => ({
    ...text(key, width),
    choices,
    onlyChoices: true,
  });
  return [
    { ...text('name', 12), required: true },
    { ...choice('documentType', DOCUMENT_TYPES.map(documentTypeWord), 20), required: true },
    { ...text('documentNumber', 24), required: true },
    day('documentExpiresOn'),
    day('birthDate'),
    { ...choice('sex', SEXES.map(sexWord)), optional: true },
    { ...text('phone'), required: true },
    {
      ...choice(
        'group',
        groupsOf(rule).map(([, name]) => name),
        36,
      ),
      required: true,
    },
    { ...text('groupNote', 24), optional: true },
    { ...text('coach', 12), optional: true },
    { ...choice('unionCard', [YES, '否']), optional: true },
    { ...text('levelOccupation', 24), optional: true },
    { ...choice('level', LEVELS.map(levelWord), 18), optional: true },
    { ...choice('training', [YES, '否']), optional: true },
    { ...text('photo', 24), optional: true },
  ];
}

/** A row that nobody has: the check digit of its number is wrong. */
export const groupExample = (rule: ContestRule): GroupValues => ({
  name: '张三',
  documentType: documentTypeWord('resident-id'),
  documentNumber: '110105199001010000',
  documentExpiresOn: '',
  birthDate: '',
  sex: '',
  phone: '13800000000',
  group: groupsOf(rule)[0]?.[1] ?? '',
  groupNote: '',
  coach: '李教练',
  unionCard: YES,
  levelOccupation: '安全防范设备值机员',
  level: levelWord(4),
  training: YES,
  photo: '',
});

type Read = { readonly body: EntryBody } | { readonly problems: readonly Omit<SheetProblem<string>, 'row'>[] };

/** One row as an entry would tell it, or every cell that is wrong. */
export function readEntrant(values: GroupValues, rule: ContestRule, unit: Pick<Unit, 'name' | 'kind'>): Read {
  const problems: Omit<SheetProblem<string>, 'row'>[] = [];
  const wrong = (key: GroupKey, code: string) =>
    problems.push({ column: GROUP_HEADERS[key], code, value: values[key].slice(0, 80) });
  const name = normaliseName(tidyName(values.name));
  if (!isName(name)) wrong('name', 'name-wrong');
  const documentType = DOCUMENT_TYPES.find((type) => documentTypeWord(type) === values.documentType);
  const documentNumber = normaliseNumber(values.documentNumber);
  const phone = tidyPhone(values.phone);
  if (!MOBILE_NUMBER.test(phone)) wrong('phone', 'phone-wrong');
  const group = groupsOf(rule).find(([, called]) => called === values.group)?.[0] ?? '';
  const groupNote = tidyLine(values.groupNote);
  if (group === OTHER_GROUP && groupNote === '') wrong('groupNote', 'value-missing');
  const coach = tidyName(values.coach);
  const occupation = tidyLine(values.levelOccupation);
  const level = LEVELS.find((one) => levelWord(one) === values.level) ?? null;
  for (const [key, text] of [
    ['groupNote', groupNote],
    ['coach', coach],
    ['levelOccupation', occupation],
  ] as const)
    if (text.length > 60) wrong(key, 'value-long');
    else if (hasPicture(text)) wrong(key, 'value-picture');
  if (problems.length > 0 || documentType === undefined) return { problems };
  const body = contestEntries.enterContest.body.safeParse({
    name,
    origin: originOfDocument(documentType),
    documentType,
    documentNumber,
    documentExpiresOn: dayIn(values.documentExpiresOn),
    ...(values.birthDate === '' ? {} : { birthDate: values.birthDate }),
    ...(values.sex === '' ? {} : { sex: SEXES.find((sex) => sexWord(sex) === values.sex) }),
    phone,
    group,
    groupNote: groupNote || null,
    unit: tidyLine(unit.name),
    unitType: unit.kind,
    coach: coach || null,
    unionCard: values.unionCard === YES,
    levels: occupation === '' ? [] : [{ occupation, level }],
    training: values.training === YES,
  });
  if (body.success) return { body: body.data };
  wrong('documentNumber', 'document-wrong');
  return { problems };
}

const dayIn = (text: string): LocalDate | null => (isLocalDate(text) ? text : null);

/** What an entry says, as the cells of the sheet, but for the photo. */
export function valuesOfEntry(
  entry: Pick<Entry, 'entrantGroup' | 'unionCard' | 'levels' | 'training'>,
  person: OpenEntry,
  words: { readonly groupNote: string | null; readonly coach: string | null },
  rule: ContestRule,
): GroupValues {
  const [held] = entry.levels;
  const yes = (said: boolean) => (said ? YES : '否');
  return {
    name: person.name ?? '',
    documentType: person.documentType === null ? '' : documentTypeWord(person.documentType),
    documentNumber: tidyNumber(person.documentNumber),
    documentExpiresOn: person.documentExpiresOn ?? '',
    birthDate: person.birthDate ?? '',
    sex: person.sex === null ? '' : sexWord(person.sex),
    phone: person.phone ?? '',
    group: groupsOf(rule).find(([code]) => code === entry.entrantGroup)?.[1] ?? '',
    groupNote: words.groupNote ?? '',
    coach: words.coach ?? '',
    unionCard: yes(entry.unionCard),
    levelOccupation: held?.occupation ?? '',
    level: held?.level ? levelWord(held.level) : '',
    training: yes(entry.training),
    photo: '',
  };
}
