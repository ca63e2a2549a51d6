import { lastDayOf } from '@jikaotong/shared/notice';
import { diplomaStatusWord, documentTypeWord, levelWord, schoolWord, titleGradeWord } from '@jikaotong/shared/words';
import { type Reading, SEXES, type Told, YES } from './told-row';

/** What a row says as the cells of a sheet. */
export function valuesOf(told: Told, { offeringNames }: Pick<Reading, 'offeringNames'>): Record<string, string> {
  const { candidate, facts, papers } = told;
  const [job] = facts.jobs ?? [];
  const [certificate] = facts.certificates ?? [];
  const [diploma] = facts.diplomas ?? [];
  const [title] = facts.titles ?? [];
  const yes = (said: boolean | undefined) => (said === undefined ? '' : said ? YES : '否');
  const numberOf = (document: string) => papers.find((paper) => paper.document === document)?.number ?? '';
  return {
    name: candidate.name ?? '',
    documentType: candidate.documentType === null ? '' : documentTypeWord(candidate.documentType),
    documentNumber: candidate.documentNumber ?? '',
    documentExpiresOn: candidate.documentExpiresOn ?? '',
    birthDate: candidate.birthDate ?? '',
    sex: candidate.sex === null ? '' : SEXES[candidate.sex],
    phone: candidate.phone ?? '',
    employer: candidate.employer ?? '',
    offering: offeringNames.get(told.offeringCode) ?? '',
    route: told.route ?? '',
    'declared.intends': yes(facts.intends),
    ...Object.fromEntries(
      Object.entries(facts.declared ?? {}).map(([statement, said]) => [`declared.${statement}`, yes(said)]),
    ),
    jobOccupation: job?.occupation ?? '',
    jobFrom: job?.from ?? '',
    jobTo: (job && lastDayOf(job)) ?? '',
    jobEmployer: job?.employer ?? '',
    certificateOccupation: certificate?.occupation ?? '',
    certificateLevel: certificate ? levelWord(certificate.level) : '',
    certificateNumber: certificate?.number ?? '',
    certificateOn: certificate?.issuedOn ?? '',
    school: diploma ? schoolWord(diploma.school) : '',
    schoolName: diploma?.schoolName ?? '',
    major: diploma?.major ?? '',
    diplomaStatus: diploma ? diplomaStatusWord(diploma.status) : '',
    diplomaOn: diploma?.on ?? '',
    titleOccupation: title?.occupation ?? '',
    titleGrade: title ? titleGradeWord(title.grade) : '',
    titleOn: title?.on ?? '',
    residenceFrom: facts.residence?.[0]?.from ?? '',
    womanLine: facts.womanLine === undefined || facts.womanLine === null ? '' : String(facts.womanLine),
    chsiCode: numberOf('chsi-code'),
  };
}
