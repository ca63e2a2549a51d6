import type { FactName } from '@jikaotong/shared/notice';
import { AskBirthDate, AskSex, AskStatement, AskWomanLine } from './ask-simple';
import type { AskProps } from './ask-props';
import { AskCertificates } from './ask-certificates';
import { AskDiplomas } from './ask-diplomas';
import { AskJobs } from './ask-jobs';
import { AskStays } from './ask-stays';
import { AskTitles } from './ask-titles';

const ASK = {
  birthDate: AskBirthDate,
  sex: AskSex,
  womanLine: AskWomanLine,
  jobs: AskJobs,
  certificates: AskCertificates,
  diplomas: AskDiplomas,
  titles: AskTitles,
  residence: AskStays,
} as const;

/** The question for one fact, alone on the screen. */
export function Ask({ fact, ...props }: AskProps & { fact: FactName }) {
  if (fact === 'intends') return <AskStatement {...props} statement="intends" />;
  if (isStatement(fact)) return <AskStatement {...props} statement={fact.slice('declared.'.length)} />;
  const Question = ASK[fact];
  return <Question {...props} />;
}

/** Whether this build has a question for a fact that a newer server misses. */
export const isAskable = (fact: string): fact is FactName =>
  fact === 'intends' || fact.startsWith('declared.') || fact in ASK;

const isStatement = (fact: FactName): fact is `declared.${string}` => fact.startsWith('declared.');
