import sharp from 'sharp';
import { applications } from '@jikaotong/shared/contract';
import { localDate } from '@jikaotong/shared/kernel';
import type { Facts } from '@jikaotong/shared/notice';
import { demoCandidate } from '../../scripts/demo-session/people';
import { demoPortrait } from '../../scripts/demo-session/portrait';
import { knownFacts, futureInstaller, longServingGuard } from '../builders/facts';
import { writtenPaper } from '../builders/written-paper';
import { type Applicant, handIn, readyDraft, uploaded } from './apply';
import type { Examination } from './examination';
import { type SignedInPerson, candidateByWechat } from './people';
import type { World } from './world';

/** What six kinds of doubt look like in life, and what is planted among those who raise none. */
const DOUBTED = ['patrol', 'keeper', 'grey', 'mistyped', 'mended', 'trial-name'] as const;
const PLANTED = [
  'name-off-by-one',
  'name-off-by-one',
  'name-off-by-one',
  'same-face',
  'same-face',
  'namesake',
  'namesake',
  'code-expired',
  'code-expired',
  'number-of-no-form',
  'number-of-other-level',
  'number-of-other-paper',
  'no-face',
  'no-face',
] as const;
type Kind = 'plain' | 'holder' | (typeof DOUBTED)[number] | (typeof PLANTED)[number];

/** One who waits for review. */
export type Waiting = { readonly id: string; readonly name: string; readonly kind: Kind; readonly passes: boolean };

/** Those whom an attentive reviewer lets through. */
const PASS: ReadonlySet<Kind> = new Set(['plain', 'holder', 'patrol', 'mended']);

/** How many of each: so many without a doubt, so many of each of the six, and all that is planted. */
export const kindsToReview = (plain: number, doubted: number): readonly Kind[] => [
  ...Array.from({ length: plain }, (_, at): Kind => (at % 10 === 9 ? 'holder' : 'plain')),
  ...DOUBTED.flatMap((kind) => Array.from({ length: doubted }, () => kind)),
  ...PLANTED,
];

/** Everybody hands in to the session, each over HTTP; those that are mended have been sent back once. */
export async function fillReview(world: World, exam: Examination, kinds: readonly Kind[]): Promise<Waiting[]> {
  const waiting: Waiting[] = [];
  for (const [place, kind] of kinds.entries()) {
    const name = nameOf(kind, place);
    const person = await candidateByWechat(world, `review-${place}`);
    waiting.push({ id: await apply(person, exam, { place, kind, name }), name, kind, passes: PASS.has(kind) });
  }
  return waiting;
}

type One = { readonly place: number; readonly kind: Kind; readonly name: string };

/** The second of two who are one person bears the first one's name. */
const nameOf = (kind: Kind, place: number): string =>
  kind === 'namesake'
    ? '欧阳静宜'
    : kind === 'trial-name'
      ? `测试${'甲乙丙丁戊己庚辛壬癸'[place % 10]}`
      : demoCandidate(place).name;

async function apply(person: SignedInPerson, exam: Examination, one: One): Promise<string> {
  const { kind, place } = one;
  const holds = HOLDERS[kind];
  const draft = await readyDraft(person, exam.params.id, {
    ...whoIs(one),
    name: one.name,
    order: place,
    phone: `139${String(10_000_000 + place * 7919).slice(-8)}`,
    photo: await photoOf(one),
  });
  if (holds) {
    const told = holds({ name: one.name, number: numberAt(place) });
    const body = { papers: await papersOf(person, told) };
    await person.api.ok(applications.saveApplication, { params: { id: draft.id }, ifMatch: draft.version, body });
  }
  const handedIn = await handIn(person, draft.id);
  if (kind === 'mended') await mend(person, exam, handedIn);
  return draft.id;
}

/** A number as today's certificates bear it: of the fourth level, of 2015. */
const numberAt = (place: number): string => `S000111000001154${String(place + 1).padStart(6, '0')}`;

/** What the candidate typed beside what the paper shows. */
type Told = { readonly typed: string; readonly certificate: string; readonly code: string | null };
type Held = { readonly name: string; readonly number: string };
const certificate = ({ name, number }: Held): string => `职业技能等级证书 姓名 ${name} 编号 ${number}`;
const registration = (name: string, validUntil: string): string =>
  `教育部学历证书电子注册备案表 姓名 ${name} 有效期至 ${validUntil}`;

const HOLDERS: Partial<Record<Kind, (held: Held) => Told>> = {
  holder: (held) => ({ typed: held.number, certificate: certificate(held), code: null }),
  'name-off-by-one': (held) => ({
    typed: held.number,
    certificate: certificate({ ...held, name: `${held.name.slice(0, -1)}健` }),
    code: null,
  }),
  'code-expired': (held) => ({
    typed: held.number,
    certificate: certificate(held),
    code: registration(held.name, '2026-10-31'),
  }),
  mistyped: (held) => ({
    typed: held.number.slice(1),
    certificate: certificate(held),
    code: null,
  }),
  'number-of-no-form': (held) => ({
    typed: 'BJ2015-0473',
    certificate: certificate({ ...held, number: 'BJ2015-0473' }),
    code: null,
  }),
  'number-of-other-level': (held) => {
    const number = `${held.number.slice(0, 15)}5${held.number.slice(16)}`;
    return { typed: number, certificate: certificate({ ...held, number }), code: null };
  },
  'number-of-other-paper': (held) => ({
    typed: held.number,
    certificate: certificate({ ...held, number: `${held.number.slice(0, -1)}9` }),
    code: null,
  }),
};

const papersOf = async (person: SignedInPerson, told: Told) => [
  {
    document: 'certificate-original-or-number',
    fileIds: [await uploaded(person, 'document', await writtenPaper(told.certificate))],
    number: told.typed,
  },
  ...(told.code === null
    ? []
    : [
        {
          document: 'chsi-code',
          fileIds: [await uploaded(person, 'document', await writtenPaper(told.code))],
          number: 'A1B2C3D4E5F6G7H8',
        },
      ]),
];

/** What each applies for. */
function whoIs({ kind, place }: One): Pick<Applicant, 'offeringCode' | 'route' | 'facts' | 'birthDate'> {
  if (kind === 'patrol' || kind === 'keeper')
    return {
      offeringCode: 'security-manager-3',
      route: '1',
      facts: worksAs(kind === 'patrol' ? '治安巡逻员' : '物业管理员'),
    };
  const holds = HOLDERS[kind];
  if (!holds) return { facts: futureInstaller() };
  const { typed } = holds({ name: '', number: numberAt(place) });
  const held = { occupation: '保安员', level: 4 as const, issuedOn: localDate('2015-06-01'), number: typed };
  const diplomas =
    kind === 'code-expired'
      ? [
          {
            school: 'bachelor' as const,
            major: '安全防范工程',
            status: 'graduated' as const,
            on: localDate('2018-07-01'),
          },
        ]
      : [];
  return {
    offeringCode: 'security-manager-3',
    route: kind === 'code-expired' ? '4' : '2',
    facts: longServingGuard({ certificates: [held], diplomas }),
  };
}

const worksAs = (occupation: string): Facts =>
  knownFacts({ jobs: [{ occupation, from: localDate('2012-03-01'), to: null, employer: '京盾安防工程有限公司' }] });

async function photoOf({ kind, place }: One): Promise<Buffer> {
  if (kind === 'no-face') return landscape(place % 2 === 0 ? '#5b9bd5' : '#8fb8de');
  if (kind === 'same-face') return demoPortrait({ place: 7777, isGrey: false });
  return demoPortrait({ place, isGrey: kind === 'grey' });
}

/** A meadow under the sky, white enough around to pass as a portrait by its measures. */
const landscape = async (sky: string): Promise<Buffer> =>
  drawn(
    `<rect width="413" height="579" fill="#ffffff"/><rect x="40" y="150" width="333" height="220" fill="${sky}"/>
   <rect x="40" y="370" width="333" height="209" fill="#3f8f3f"/>`,
  );

const drawn = async (shapes: string): Promise<Buffer> =>
  padded(
    await sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="413" height="579">${shapes}</svg>`))
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 96 })
      .toBuffer(),
  );

/** As heavy as the notice asks for: cameras fill up behind the picture's end. */
const padded = (jpeg: Buffer): Buffer => Buffer.concat([jpeg, Buffer.alloc(Math.max(0, 60_000 - jpeg.length))]);

/** Sent back for the name of a job, put right, handed in again. */
async function mend(
  person: SignedInPerson,
  { reviewer }: Examination,
  { id, version }: { id: string; version: number },
): Promise<void> {
  const remarks = [{ field: 'signature' as const, text: '签名看不清，请重新签名' }];
  await reviewer.api.ok(applications.returnApplication, { params: { id }, body: { version, remarks } });
  const returned = await person.api.ok(applications.getApplication, { params: { id } });
  const signatureFileId = await uploaded(person, 'signature', await writtenPaper('签名'));
  await person.api.ok(applications.saveApplication, {
    params: { id },
    ifMatch: returned.version,
    body: { signatureFileId },
  });
  await handIn(person, id);
}
