import {
  type LocalDate,
  addDays,
  isLocalDate,
  localDate,
  tidyLine,
  tidyNumber,
  tidyPhone,
} from '@jikaotong/shared/kernel';
import {
  DOCUMENT_TYPES,
  type Facts,
  LEVELS,
  type Notice,
  SCHOOLS,
  documentLeavesOf,
  offeringOf,
} from '@jikaotong/shared/notice';
import { provisionsOf } from '@jikaotong/shared/rules/documents';
import { routeDocuments } from '@jikaotong/shared/rules/eligibility';
import {
  MOBILE_NUMBER,
  completedByNumber,
  isName,
  judgeToldIdentity,
  normaliseName,
  normaliseNumber,
  originOfDocument,
} from '@jikaotong/shared/rules/identity';
import { diplomaStatusWord, documentTypeWord, levelWord, schoolWord, titleGradeWord } from '@jikaotong/shared/words';
import { askedBy } from './roster-columns';
import { GRADES, type Reading, type RowProblem, SEXES, STATUSES, type Told, type Values, YES } from './told-row';

/** Reads one row on a day; everything wrong with it, each by its column, or what it says. */
export function readRow(given: Values, reading: Reading): { told: Told } | { problems: readonly RowProblem[] } {
  const { frame, offeringNames, day, unitName, isConditionOpen } = reading;
  const problems: RowProblem[] = [];
  const tidied = new Map<string, string>();
  const of = (key: string): string => {
    const text = tidied.get(key) ?? tidyLine(given[key] ?? '');
    tidied.set(key, text);
    return text;
  };
  const wrong = (key: string, code: string) => problems.push({ key, code, value: of(key).slice(0, 80) || null });
  const dayOf = (key: string): LocalDate | null => {
    const text = of(key);
    if (text === '') return null;
    if (isLocalDate(text)) return localDate(text);
    wrong(key, 'not-a-day');
    return null;
  };
  const chosen = <T extends string | number>(key: string, all: readonly T[], wordOf: (one: T) => string): T | null => {
    const text = of(key);
    const found = all.find((one) => wordOf(one) === text) ?? null;
    if (text !== '' && found === null) wrong(key, 'not-a-choice');
    return found;
  };
  const needed = (...keys: string[]) => {
    for (const key of keys) if (of(key) === '') wrong(key, 'value-missing');
  };

  needed('name', 'documentType', 'documentNumber', 'phone', 'offering');
  const name = normaliseName(of('name'));
  if (name !== '' && !isName(name)) wrong('name', 'name-wrong');
  const documentType = chosen('documentType', DOCUMENT_TYPES, documentTypeWord);
  const documentNumber = normaliseNumber(of('documentNumber'));
  const phone = tidyPhone(of('phone'));
  if (phone !== '' && !MOBILE_NUMBER.test(phone)) wrong('phone', 'phone-wrong');
  const employer = of('employer') || unitName;
  if (employer.length > 80) wrong('employer', 'value-long');
  const offeringCode = [...offeringNames].find(([, called]) => called === of('offering'))?.[0] ?? null;
  if (of('offering') !== '' && offeringCode === null) wrong('offering', 'not-a-choice');
  const routes = offeringCode === null ? [] : (offeringOf(frame.notice, offeringCode)?.routes ?? []);
  const route = of('route') || null;
  const mayBeOpen = isConditionOpen && route === null;
  if (offeringCode !== null && routes.length > 0 && !mayBeOpen && !routes.some(({ code }) => code === route))
    wrong('route', route === null ? 'value-missing' : 'not-a-choice');

  const candidate = completedByNumber(
    {
      name,
      origin: documentType && originOfDocument(documentType),
      documentType,
      documentNumber,
      documentExpiresOn: dayOf('documentExpiresOn'),
      birthDate: dayOf('birthDate'),
      sex: chosen('sex', ['male', 'female'] as const, (one) => SEXES[one]),
      phone,
      employer,
      address: null,
    },
    day,
  );
  if (documentType !== null && documentNumber !== '') {
    const faults = judgeToldIdentity(candidate, {
      matrix: frame.notice.identity,
      applicationOn: day,
      examOn: frame.examEnd,
    });
    for (const { code } of faults) wrong(...placeOf(code));
    if (faults.length === 0 && candidate.birthDate === null) wrong('birthDate', 'value-missing');
    if (faults.length === 0 && candidate.sex === null) wrong('sex', 'value-missing');
  }

  const facts: { -readonly [F in keyof Facts]: Facts[F] } = {
    jobs: [],
    certificates: [],
    diplomas: [],
    titles: [],
    residence: [],
    declared: {},
  };
  for (const statement of askedBy(frame).statements) {
    const cell = of(`declared.${statement}`);
    // an empty cell says nothing: the rules ask for it where it matters
    if (cell === '') continue;
    const said = cell === YES;
    if (!said && cell !== '否') wrong(`declared.${statement}`, 'not-a-choice');
    if (statement === 'intends') facts.intends = said;
    else facts.declared = { ...facts.declared, [statement]: said };
  }
  if (of('jobOccupation') !== '' || of('jobFrom') !== '') {
    needed('jobOccupation', 'jobFrom');
    const [from, to] = [dayOf('jobFrom'), dayOf('jobTo')];
    if (from !== null && to !== null && to < from) wrong('jobTo', 'days-backwards');
    if (from !== null && of('jobOccupation') !== '')
      facts.jobs = [
        {
          occupation: of('jobOccupation'),
          from,
          to: to === null ? null : addDays(to, 1),
          ...(of('jobEmployer') === '' ? {} : { employer: of('jobEmployer') }),
        },
      ];
  }
  const certificateLevel = chosen('certificateLevel', LEVELS, levelWord);
  const number = tidyNumber(of('certificateNumber'));
  if (of('certificateOccupation') !== '' || certificateLevel !== null || number !== '') {
    needed('certificateOccupation', 'certificateLevel', 'certificateOn');
    const issuedOn = dayOf('certificateOn');
    if (of('certificateOccupation') !== '' && certificateLevel !== null && issuedOn !== null)
      facts.certificates = [
        {
          occupation: of('certificateOccupation'),
          level: certificateLevel,
          issuedOn,
          ...(number === '' ? {} : { number }),
        },
      ];
  }
  const school = chosen('school', SCHOOLS, schoolWord);
  if (school !== null || of('major') !== '') {
    needed('school', 'major', 'diplomaStatus');
    const status = chosen('diplomaStatus', STATUSES, diplomaStatusWord);
    const on = dayOf('diplomaOn');
    if (school !== null && of('major') !== '' && status !== null)
      facts.diplomas = [
        {
          school,
          major: of('major'),
          status,
          on,
          ...(of('schoolName') === '' ? {} : { schoolName: of('schoolName') }),
        },
      ];
  }
  const grade = chosen('titleGrade', GRADES, titleGradeWord);
  if (grade !== null || of('titleOccupation') !== '') {
    needed('titleOccupation', 'titleGrade', 'titleOn');
    const on = dayOf('titleOn');
    if (grade !== null && of('titleOccupation') !== '' && on !== null)
      facts.titles = [{ occupation: of('titleOccupation'), grade, on }];
  }
  const residenceFrom = dayOf('residenceFrom');
  if (residenceFrom !== null)
    facts.residence = askedBy(frame).cities.map((city) => ({ city, kind: 'work', from: residenceFrom, to: null }));
  const line = of('womanLine');
  facts.womanLine = line === '50' ? 50 : line === '55' ? 55 : null;

  if (problems.length > 0 || offeringCode === null) return { problems };
  const told = { candidate, facts, offeringCode, route };
  const numbers = new Map([
    ['certificate-original-or-number', number],
    ['chsi-code', tidyNumber(of('chsiCode'))],
  ]);
  return { told: { ...told, papers: papersFor(frame.notice, told, numbers) } };
}

/** Letters that we write are chosen; numbers stand for their papers. */
function papersFor(
  notice: Notice,
  told: Pick<Told, 'offeringCode' | 'route' | 'facts'>,
  numbers: ReadonlyMap<string, string>,
): Told['papers'] {
  const own = routeDocuments(notice, told);
  const leaves = [...notice.documents, ...(own === null ? [] : documentLeavesOf(own))];
  return [...new Set(leaves.map(({ document }) => document))].flatMap((document) => {
    const number = numbers.get(document) ?? '';
    const writes =
      provisionsOf(document).includes('generated') &&
      (document !== 'education-letter' || (told.facts.diplomas ?? []).length > 0);
    return number !== '' || writes ? [{ document, fileIds: [], number: number || null }] : [];
  });
}

/** The column that a fault of an identity belongs to. */
const placeOf = (code: string): [string, string] => {
  switch (code) {
    case 'identity-name-form':
    case 'identity-name-mismatch':
      return ['name', 'name-wrong'];
    case 'identity-birth-mismatch':
      return ['birthDate', 'not-as-document'];
    case 'identity-sex-mismatch':
      return ['sex', 'not-as-document'];
    case 'identity-expired':
      return ['documentExpiresOn', 'document-expired'];
    case 'identity-not-accepted':
      return ['documentType', 'document-not-accepted'];
    case 'identity-check-digit':
      return ['documentNumber', 'document-check-digit'];
    default:
      return ['documentNumber', 'document-wrong'];
  }
};
