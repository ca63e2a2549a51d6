import { type LocalDate, localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { citizenCheckDigit } from '@jikaotong/shared/rules/identity';

/** One of the candidates of a demonstration, as they fill the form in. */
export type DemoCandidate = {
  readonly place: number;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly sex: 'male' | 'female';
  readonly documentNumber: string;
  readonly phone: string;
  readonly offeringCode: string;
  readonly route: string;
  readonly facts: Facts;
  /** Black and white, where the notice asks for colour. */
  readonly isGrey: boolean;
};

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂英建国志红卫东海燕';
const EMPLOYERS = [
  '北京安泰保安服务有限公司',
  '京盾安防工程有限公司',
  '华北物业集团有限公司',
  '燕山石化保卫处',
  '中关村科技园区物业公司',
];

/** What the jobs say that somebody has to look at: an occupation that only may count as a related one. */
const TO_LOOK_AT = ['治安巡逻员', '物业管理员', '消防设施操作员'];

/** The same people whenever and wherever they are made: the place decides everything. */
export function demoCandidate(place: number): DemoCandidate {
  const born = localDate(`${1968 + (place % 36)}-${two(1 + (place % 12))}-${two(1 + (place % 28))}`);
  const sex = place % 3 === 1 ? 'female' : 'male';
  const person = { birthDate: born, sex } as const;
  return {
    place,
    name: nameAt(place),
    ...person,
    documentNumber: numberAt(place, person),
    phone: `139${String(10_000_000 + place * 7919).slice(-8)}`,
    isGrey: place % 31 === 30,
    ...appliesFor(place, person),
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Two or three characters, some with a dot between the names, each once in nine hundred. */
function nameAt(place: number): string {
  const surname = SURNAMES[place % SURNAMES.length] ?? '';
  const first = GIVEN[(place * 7) % GIVEN.length] ?? '';
  const second = GIVEN[(Math.floor(place / 20) * 11 + place) % GIVEN.length] ?? '';
  if (place % 41 === 40) return `阿依古丽·${surname}${second}`;
  return place % 5 === 4 ? surname + second : surname + first + second;
}

function numberAt(place: number, { birthDate, sex }: Pick<DemoCandidate, 'birthDate' | 'sex'>): string {
  const sequence = (place % 499) * 2 + (sex === 'male' ? 1 : 0);
  const digits = `110105${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return digits + citizenCheckDigit(digits);
}

/** Most want to install; every fourth has guarded long enough for the third level, some in work to be looked at. */
function appliesFor(
  place: number,
  { birthDate, sex }: Pick<DemoCandidate, 'birthDate' | 'sex'>,
): Pick<DemoCandidate, 'offeringCode' | 'route' | 'facts'> {
  const known = {
    birthDate,
    sex,
    womanLine: sex === 'female' ? (55 as const) : null,
    certificates: [],
    diplomas: [],
    titles: [],
    residence: [],
    declared: { works: true },
  };
  const isOldEnough = Number(birthDate.slice(0, 4)) < 1992;
  if (place % 4 !== 3 || !isOldEnough)
    return { offeringCode: 'installer-5', route: '1', facts: { ...known, intends: true, jobs: [] } };
  const occupation = place % 8 === 7 ? (TO_LOOK_AT[place % TO_LOOK_AT.length] ?? '') : '保安员';
  const employer = EMPLOYERS[place % EMPLOYERS.length] ?? '';
  const jobs = [{ occupation, from: localDate('2012-03-01'), to: null, employer }];
  return { offeringCode: 'security-manager-3', route: '1', facts: { ...known, intends: false, jobs } };
}
