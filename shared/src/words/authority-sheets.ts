import type { AuthorityField, AuthoritySheetKind, ExtraQuestion, PhotoName } from '../contract';
import { wordOf } from './table';

export const authoritySheetKindWord = wordOf<AuthoritySheetKind>({
  applicants: '考生报名表',
  scores: '成绩上报表',
  certificates: '证书上报表',
});

export const authorityFieldWord = wordOf<AuthorityField>({
  'row-number': '序号',
  name: '姓名',
  'document-type': '证件类型',
  'document-number': '证件号码',
  sex: '性别',
  'birth-date': '出生日期',
  phone: '手机号',
  employer: '单位',
  occupation: '职业',
  'work-type': '工种',
  level: '等级',
  'exam-day': '考试日期',
  'ticket-number': '准考证号',
  theory: '理论知识成绩',
  skill: '操作技能成绩',
  review: '综合评审成绩',
  outcome: '评定结果',
  'certificate-number': '证书编号',
  'issued-on': '发证日期',
  'body-name': '评价机构',
  'photo-name': '照片文件名',
});

export const extraQuestionWord = wordOf<ExtraQuestion>({
  ethnicity: '民族',
  education: '文化程度',
  source: '考生来源',
});

export const photoNameWord = wordOf<PhotoName>({
  'document-number': '证件号码.jpg',
  'name-and-number': '姓名+证件号码.jpg',
  'ticket-number': '准考证号.jpg',
  'certificate-number': '证书编号.jpg',
});

/** 56 peoples by GB/T 3304, and those beside them. */
const ETHNICITIES =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 其他'.split(
    ' ',
  );

/**
 * What may be answered. No notice prints these lists: 民族 is the national standard, 文化程度 its classes in short, 考生来源
 * assumed.
 */
export const EXTRA_OPTIONS: Readonly<Record<ExtraQuestion, readonly string[]>> = {
  ethnicity: ETHNICITIES,
  education: ['研究生', '大学本科', '大学专科', '中等职业教育', '普通高中', '初中', '小学及以下'],
  source: ['企业职工', '院校学生', '社会人员', '其他'],
};

/** Which source a header of an authority's sheet most likely asks for; null where nobody can say. */
export function sourceOfHeader(
  header: string,
): { from: 'field'; field: AuthorityField } | { from: 'question'; question: ExtraQuestion } | null {
  const text = header.replaceAll(/[\s*（(].*$|[\s*]/g, '');
  const field = HEADERS.get(text);
  if (field) return { from: 'field', field };
  const question = QUESTIONS.get(text);
  return question ? { from: 'question', question } : null;
}

const HEADERS: ReadonlyMap<string, AuthorityField> = new Map([
  ['序号', 'row-number'],
  ['姓名', 'name'],
  ['考生姓名', 'name'],
  ['证件类型', 'document-type'],
  ['证件号码', 'document-number'],
  ['证件号', 'document-number'],
  ['身份证号', 'document-number'],
  ['身份证号码', 'document-number'],
  ['性别', 'sex'],
  ['出生日期', 'birth-date'],
  ['手机号', 'phone'],
  ['手机号码', 'phone'],
  ['联系电话', 'phone'],
  ['单位', 'employer'],
  ['工作单位', 'employer'],
  ['单位名称', 'employer'],
  ['职业', 'occupation'],
  ['职业名称', 'occupation'],
  ['工种', 'work-type'],
  ['工种名称', 'work-type'],
  ['等级', 'level'],
  ['级别', 'level'],
  ['技能等级', 'level'],
  ['职业等级', 'level'],
  ['考试日期', 'exam-day'],
  ['准考证号', 'ticket-number'],
  ['理论成绩', 'theory'],
  ['理论知识成绩', 'theory'],
  ['实操成绩', 'skill'],
  ['技能成绩', 'skill'],
  ['操作技能成绩', 'skill'],
  ['综合评审成绩', 'review'],
  ['评定结果', 'outcome'],
  ['是否合格', 'outcome'],
  ['证书编号', 'certificate-number'],
  ['发证日期', 'issued-on'],
  ['评价机构', 'body-name'],
  ['照片文件名', 'photo-name'],
]);
const QUESTIONS: ReadonlyMap<string, ExtraQuestion> = new Map([
  ['民族', 'ethnicity'],
  ['文化程度', 'education'],
  ['学历', 'education'],
  ['考生来源', 'source'],
]);
