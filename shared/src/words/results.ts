import type {
  CERTIFICATE_STATES,
  CertificateHold,
  CertificatePrint,
  CollectionMethod,
  HandOver,
  RegisterState,
  ScoreReviewState,
  ScoreReviewView,
} from '../contract';
import type { NoRetake, Outcome, SpecialMark, SubjectVerdict } from '../rules/results';
import { dayIn } from './dates';
import { type Sentence, sentenceOf, wordOf } from './table';

export const outcomeWord = wordOf<Outcome>({
  passed: '合格',
  failed: '不合格',
  absent: '缺考',
  pending: '待处理',
  incomplete: '成绩未齐',
});

export const subjectVerdictWord = wordOf<SubjectVerdict['verdict']>({
  passed: '合格',
  failed: '不合格',
  absent: '缺考',
  kept: '成绩保留',
  cancelled: '成绩取消',
  held: '待处理',
  unrecorded: '未登记',
});

/** Why subjects cannot be taken again. */
export const NO_RETAKE_WORDS: Readonly<Record<NoRetake, Sentence>> = {
  'not-published': '成绩公布后才能看能不能补考',
  'retake-unstated': '本通知没有规定补考',
  'retake-not-needed': '各科都已合格，不需要补考',
  'retake-nothing-kept': '没有合格的科目可以保留，请重新报名全部科目',
  'retake-forfeited': '您在成绩保留期内重新报名了同一项目，按通知视为放弃补考，之前的合格科目成绩不再保留',
  'retake-under-way': '您已有一份补考报名，请到“我的报名”查看',
  'retake-chances-used': '补考机会已经用完，请重新报名全部科目',
  'retake-over': (data) => `成绩保留到${dayIn(data, 'until')}，现在已经过期，请重新报名全部科目`,
};
export const retakeSentence = sentenceOf(NO_RETAKE_WORDS);

/** What a score sheet says in the place of points. */
export const specialMarkWord = wordOf<SpecialMark>({ cheating: '作弊', exempt: '免考', cancelled: '取消' });

/** What a mark may mean, in any list. */
export const markMeaningWords = {
  passed: '合格',
  failed: '不合格',
  absent: '缺考',
  cheating: '作弊（待处理）',
  exempt: '免考',
  cancelled: '取消',
  unmarked: '未登记',
};

/** The steps of a score review. */
export const scoreReviewWord = wordOf<ScoreReviewState | ScoreReviewView['ledger'][number]['code']>({
  open: '复核中',
  unchanged: '复核完成，成绩不变',
  corrected: '复核完成，成绩已更正',
  asked: '提出复核',
  'decided-unchanged': '复核结果：成绩不变',
  'decided-corrected': '复核结果：成绩更正',
});

/** Why somebody who passed waits for a certificate. */
export const certificateHoldWord = wordOf<CertificateHold>({
  'review-open': '成绩正在复核，办完后再发',
  'breach-open': '有违纪正在办理，决定后再发',
  'objection-open': '有人对公示提出异议，办结后再发',
  'level-without-form': '这个等级没有全国统一的证书编号，暂不能发',
  'not-printable': '姓名里有打不出的字，办结这条待核查事项后再发',
});

export const certificateStateWord = wordOf<(typeof CERTIFICATE_STATES)[number]>({
  issued: '有效',
  'to-replace': '信息已更正，待换发',
  void: '已作废',
  replaced: '已换发新证',
});

/** How often what is missing may be taken again. */
export const chancesWords = ({ used, left }: { readonly used: number; readonly left: number | null }): string =>
  left === null
    ? `通知没有限定补考次数${used > 0 ? `，已经补考 ${used} 次` : ''}`
    : `还有 ${left} 次补考机会${used > 0 ? `，已经用掉 ${used} 次` : ''}`;

/** `2027-03`: 2027年3月. */
export const monthWords = (month: string): string => {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
};

/** Years in which passes are still kept and of which the body has said nothing. */
export const unannouncedWords = (years: readonly number[]): string =>
  `${years.map((year) => `${year}年`).join('、')}的认定月份和收费，机构还没有公布，公布后会出现在这里`;
export const collectionMethodWord = wordOf<CollectionMethod>({
  'in-person': '本人领取',
  'agent-letter': '委托他人领取',
  courier: '快递邮寄',
  'unit-list': '单位统一领取',
});

/** For staff. */
export const handOverWord = wordOf<HandOver>({
  untold: '未通知',
  waiting: '待领取',
  'to-send': '待邮寄',
  sent: '已寄出',
  collected: '已领取',
});

export const registerStateWord = wordOf<RegisterState>({
  pending: '待上传',
  confirmed: '已上传',
  'to-withdraw': '待撤下',
});

export const certificatePrintWord = wordOf<CertificatePrint>({
  certificates: '证书',
  'certificates-preprinted': '证书套打',
  'hand-out': '证书签收表',
  'unit-notices': '领证通知单',
});

/** Why marks cannot be published, with each offering of `{ name, marks }` and how many of it nobody has checked. */
export function marksUnconfirmedSentence(offerings: unknown): string {
  const named = (Array.isArray(offerings) ? offerings : []).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'name' in one && 'marks' in one
      ? [`${String(one.name)} ${Number(one.marks)} 个`]
      : [],
  );
  return `还有成绩没有经第二人核对，核对后才能发布${named.length > 0 ? `：${named.join('，')}` : ''}`;
}

/** A room in one hour, such as `12月12日 09:00 亦庄考点 101`. */
export const roomHourWords = (of: {
  readonly slot: string;
  readonly siteName: string;
  readonly roomName: string;
}): string => {
  const [, month, date] = of.slot.slice(0, 10).split('-');
  return `${Number(month)}月${Number(date)}日${of.slot.slice(10)} ${of.siteName} ${of.roomName}`;
};

const MOST_ROOMS = 6;

/**
 * Why results cannot be published: the rooms `{ slot, siteName, roomName, people }` of which only the marks say who came, and how
 * many people are said to have come and not to have come (`differing`).
 */
export function attendanceUnsettledSentence({ rooms, differing }: Readonly<Record<string, unknown>>): string {
  const named = (Array.isArray(rooms) ? rooms : []).flatMap((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('slot' in one && 'siteName' in one && 'roomName' in one))
      return [];
    const room = { slot: String(one.slot), siteName: String(one.siteName), roomName: String(one.roomName) };
    return [`${roomHourWords(room)}${'people' in one ? `（${Number(one.people)} 人）` : ''}`];
  });
  const more = named.length > MOST_ROOMS ? `等 ${named.length} 个考场` : '';
  const sentences = [
    named.length > 0 &&
      `这些考场有人没有签到记录，只能按成绩推定到没到：${named.slice(0, MOST_ROOMS).join('、')}${more}。请考务员在“现场进度”里按纸质签到表登记，或写明依据按成绩认定，再发布`,
    Number(differing) > 0 && `有 ${Number(differing)} 人到没到场对不上，请按“成绩”页列出的逐个处理，再发布`,
  ].filter(Boolean);
  return sentences.length > 0 ? sentences.join('。') : '有人到没到场还没有认定，请考务员先认定，再发布';
}
