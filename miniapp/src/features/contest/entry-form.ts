import {
  CONTACT_FIELDS,
  type CallInput,
  type EntryView,
  type ReplyOf,
  UNIT_TYPES,
  contestEntries,
} from '@jikaotong/shared/contract';
import { parseLocalDate, recordOf } from '@jikaotong/shared/kernel';
import { type Notice, OTHER_GROUP } from '@jikaotong/shared/notice';
import type { IdentityForm, IdentityReading } from '../application';

type UnitType = (typeof UNIT_TYPES)[number];
export type KnownEntrant = ReplyOf<typeof contestEntries.getKnownEntrant>;
export type EntryBody = CallInput<typeof contestEntries.enterContest>['body'];
/** What stands in the fields of an entry. */
export type EntryForm = {
  readonly identity: IdentityForm;
  /** The code of a group of the notice, or OTHER_GROUP. */
  readonly group: string | null;
  readonly groupNote: string;
  readonly unit: string;
  readonly unitType: UnitType | null;
  readonly coach: string;
  readonly unionCard: boolean;
  /** Of the certificate held in the occupation; null: none. */
  readonly level: number | null;
  readonly training: boolean;
  /** A picture uploaded now; null: the one known from before. */
  readonly photoFileId: string | null;
  /**
   * Whether the picture known from before is to stay: that of this entry does, that of an earlier one when the
   * candidate says so.
   */
  readonly keepsPhoto: boolean;
};

/** What is known in the shape that the identity fields read. */
export const storedOf = (known: KnownEntrant) => ({
  name: known.name,
  origin: known.origin,
  documentType: known.documentType,
  documentNumberMasked: known.documentNumberMasked,
  documentExpiresOn: known.documentExpiresOn,
  birthDate: known.birthDate,
  sex: known.sex,
  phoneMasked: known.phoneMasked,
  ...recordOf(CONTACT_FIELDS, () => null),
  employer: known.unit,
});

/** The fields filled with what is known, and with the entry where there is one. */
export const startForm = (identity: IdentityForm, known: KnownEntrant, entry: EntryView | null): EntryForm => ({
  identity,
  ...chosenIn(entry ?? known),
  unit: entry?.unit ?? known.unit ?? '',
  photoFileId: null,
  keepsPhoto: entry !== null,
});

/** What the candidate chose here, or in the last entry. */
const chosenIn = ({ group, groupNote, unitType, coach, unionCard, levels, training }: EntryView | KnownEntrant) => ({
  group,
  groupNote: groupNote ?? '',
  unitType,
  coach: coach ?? '',
  unionCard,
  level: levels[0]?.level ?? null,
  training,
});

/** Birth date and sex as far as they are told: by the number, by what stands beside a number that is kept, or typed. */
export function bornOf({ documentType, birthDate, sex }: IdentityForm, { told, keepsNumber }: IdentityReading) {
  if (told) return told;
  const isRead = documentType === 'resident-id' && !keepsNumber;
  const day = parseLocalDate(birthDate ?? '');
  return { birthDate: day.ok && !isRead ? day.value : null, sex: isRead ? null : sex };
}

/** The groups as the notice prints them; where its list ends in 等, or it has none, also what it does not list. */
export function groupChoices({ contest }: Pick<Notice, 'contest'>): { key: string; text: string }[] {
  const listed = contest?.entrantGroups;
  return [
    ...(listed?.groups ?? []).map(({ code, name }) => ({ key: code, text: name })),
    ...(listed?.open.value === false ? [] : [{ key: OTHER_GROUP, text: '其他（由工作人员核对）' }]),
  ];
}

export const BLANK_WORDS = {
  identity: '证件信息',
  group: '人员类别',
  groupNote: '具体工作',
  unit: '单位',
  unitType: '单位类型',
  photo: '照片',
} as const;
export type MissingField = keyof typeof BLANK_WORDS;

/** What is still to be filled in. */
export function missingFieldsOf(form: EntryForm, reading: IdentityReading): MissingField[] {
  const checks: readonly (readonly [MissingField, boolean])[] = [
    ['identity', Object.keys(reading.faults).length > 0],
    ['group', form.group === null],
    ['groupNote', form.group === OTHER_GROUP && form.groupNote.trim() === ''],
    ['unit', form.unit.trim() === ''],
    ['unitType', form.unitType === null],
    ['photo', form.photoFileId === null && !form.keepsPhoto],
  ];
  return checks.filter(([, isBlank]) => isBlank).map(([blank]) => blank);
}

/** What is sent; null while something is missing. */
export function bodyOf(form: EntryForm, reading: IdentityReading, occupation: string): EntryBody | null {
  const { parts } = reading;
  if (!parts?.name || !parts.origin || !parts.documentType || !form.group || !form.unitType) return null;
  return {
    name: parts.name,
    origin: parts.origin,
    documentType: parts.documentType,
    documentExpiresOn: form.identity.longTerm ? null : (parts.documentExpiresOn ?? null),
    ...(parts.documentNumber ? { documentNumber: parts.documentNumber } : {}),
    ...(parts.birthDate ? { birthDate: parts.birthDate } : {}),
    ...(parts.sex ? { sex: parts.sex } : {}),
    ...(parts.phone ? { phone: parts.phone } : {}),
    group: form.group,
    groupNote: form.group === OTHER_GROUP ? form.groupNote.trim() : null,
    unit: form.unit.trim(),
    unitType: form.unitType,
    coach: form.coach.trim() || null,
    unionCard: form.unionCard,
    levels: form.level === null ? [] : [{ occupation, level: form.level }],
    training: form.training,
    ...(form.photoFileId ? { photoFileId: form.photoFileId } : {}),
  };
}
