import type { FactName, Facts } from '@jikaotong/shared/notice';
import { diplomaStatusWord, levelWord, schoolWord, titleGradeWord } from '@jikaotong/shared/words';
import { spanWords } from '../../notice';

/** What the candidate said about a fact, a line each; null while it is unknown. */
export function factLines(facts: Facts, fact: FactName): readonly string[] | null {
  switch (fact) {
    case 'jobs':
      return linesOf(
        facts.jobs,
        '没有做过',
        (job) => `${job.occupation} ${job.employer ?? '未填工作单位'} ${spanWords(job)}`,
      );
    case 'certificates':
      return linesOf(
        facts.certificates,
        '没有证书',
        ({ occupation, level, issuedOn }) => `${occupation} ${levelWord(level)} ${issuedOn} 发证`,
      );
    case 'diplomas':
      return linesOf(
        facts.diplomas,
        '没有这些学历',
        ({ school, major, status }) => `${schoolWord(school)} ${major} ${diplomaStatusWord(status)}`,
      );
    case 'titles':
      return linesOf(
        facts.titles,
        '没有职称',
        ({ occupation, grade, on }) => `${occupation} ${titleGradeWord(grade)} ${on} 取得`,
      );
    case 'residence':
      return linesOf(
        facts.residence,
        '没有',
        (stay) => `${stay.city} ${stay.kind === 'work' ? '工作' : '学习'} ${spanWords(stay)}`,
      );
    case 'womanLine':
      return facts.womanLine === undefined
        ? null
        : [facts.womanLine === null ? '不确定，由工作人员核实' : `原 ${facts.womanLine} 周岁`];
    case 'intends':
      return yesOrNo(facts.intends);
    case 'birthDate':
      return facts.birthDate === undefined ? null : [facts.birthDate];
    case 'sex':
      return facts.sex === undefined ? null : [facts.sex === 'male' ? '男' : '女'];
    default:
      return yesOrNo(facts.declared?.[fact.slice('declared.'.length)]);
  }
}

function linesOf<T>(rows: readonly T[] | undefined, none: string, words: (row: T) => string): readonly string[] | null {
  if (!rows) return null;
  return rows.length === 0 ? [none] : rows.map(words);
}

const yesOrNo = (stated: boolean | undefined): readonly string[] | null =>
  stated === undefined ? null : [stated ? '是' : '不是'];
