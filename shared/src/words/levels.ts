import type { SubjectCode, School, TitleGrade } from '../notice';
import { wordOf } from './table';

const LEVEL_WORDS: Readonly<Record<number, string>> = {
  6: '学徒工',
  5: '五级/初级工',
  4: '四级/中级工',
  3: '三级/高级工',
  2: '二级/技师',
  1: '一级/高级技师',
  0: '特级技师',
  [-1]: '首席技师',
};

/** 学徒工 · 五级/初级工 … 一级/高级技师 · 特级技师 · 首席技师. */
export const levelWord = (level: number): string => LEVEL_WORDS[level] ?? '不分级';

/** `安全防范系统安装维护员（渗透测试员） 五级/初级工`. */
export function offeringWords(of: { occupation: string; workType: string | null; level: number | null }): string {
  const type = of.workType ? `（${of.workType}）` : '';
  return of.level === null ? `${of.occupation}${type}` : `${of.occupation}${type} ${levelWord(of.level)}`;
}

/** 理论知识 · 操作技能 · 综合评审. */
export const subjectWord = wordOf<SubjectCode>({ theory: '理论知识', skill: '操作技能', review: '综合评审' });

export const schoolWord = wordOf<School>(
  {
    technical: '技工学校',
    'technical-senior': '技工院校高级工班',
    'technician-prep': '技师学院预备技师班',
    'secondary-vocational': '中等职业学校（中专、职高）',
    'higher-vocational': '高等职业学校（高职）',
    'junior-college': '大学专科',
    bachelor: '大学本科',
    postgraduate: '研究生',
  },
  '其他学校',
);

export const diplomaStatusWord = wordOf({ graduated: '已毕业', 'final-year': '在读（毕业年级）', enrolled: '在读' });

export const titleGradeWord = wordOf<TitleGrade>(
  {
    junior: '初级职称',
    intermediate: '中级职称',
    senior: '高级职称',
  },
  '职称',
);
