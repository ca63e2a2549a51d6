import type { AnyRefusalCode } from '../contract';
import { dayAt, timeAt } from '../kernel';
import { examDayWords } from './exam-day';

type Data = Readonly<Record<string, unknown>>;
type OfRoom = Readonly<Record<string, string | ((data: Data) => string)>>;

/** `12月12日 09:30`, Beijing time. */
const from = (data: Data): string => {
  const instantMs = Number(data['from'] ?? 0);
  const [, month, date] = dayAt(instantMs).split('-');
  return `${Number(month)}月${Number(date)}日 ${timeAt(instantMs)}`;
};

/** What a code means where its usual sentence would speak of another matter: the data's `of` names the matter. */
const OF_ROOM: Partial<Record<AnyRefusalCode, OfRoom>> = {
  'another-administrator-needed': {
    both: '这位同事的动态验证码是您重置的，新的邀请链接要由另一名管理员来发；只有您一名管理员时，请联系系统运维员',
    account: '自己的账号要由另一名管理员来停用或启用',
  },
  'second-person-needed': {
    'unsigned-papers': '试卷份数只有一人签名：请同场另一名监考员用自己的手机核对份数并签名，再封场',
    'own-count': '份数是您清点的，要由同场另一名监考员用自己的手机核对并签名',
  },
  'too-early': {
    absence: (data) => `${from(data)} 以前还可以入场，过了这个时间才能记缺考`,
    paper: (data) => `${from(data)} 以前还可以入场，过了这个时间才能按纸质签到表登记`,
    admission: (data) => `${from(data)} 以前还可以入场，过了这个时间才能封场`,
    'room-closing': (data) => `${from(data)} 以后才能封场；都已交卷要提前封场的，请考务员在“现场进度”里写明依据办理`,
    attendance: (data) => `考试 ${from(data)} 结束，结束后才能按成绩认定到场`,
  },
  'nothing-to-print': {
    receipts: '这段日期里还没有已缴清的缴费单，没有收据可以打印',
    unpaid: '这张缴费单还没有缴清，财务确认到账后再下载收据',
    closed: '这张缴费单已经关闭，没有收款，没有收据',
    returned: '这张缴费单的费用已全额退回，不再出收据，退款进度见缴费记录',
  },
  'nothing-changed': { correction: '姓名、证件、照片都和原来一样，没有要更正的' },
  'case-open': { certificate: '姓名里有字打印不出来，正在核查，处理好以后才能换发' },
  'day-over': { seat: '这一场已经过去，不能再换座位' },
  'too-many-certificates': {
    photos: ({ count, most }) => `一共 ${Number(count)} 张照片，一次最多导出 ${Number(most)} 张`,
  },
  'ticket-not-issued': {
    mark: '这个批次没有这个准考证号，请核对后重新输入',
    print: ({ ofStage }) => `还没有发放${examDayWords(ofStage === true).ticket}，发放后再打印`,
  },
  'too-large': { selection: ({ most }) => `一次最多选 ${Number(most)} 人，请先筛选，分几次办理` },
  'already-paid': {
    approval: '考生已经缴费或交了转账凭证，不能收回审核结果；不能参加的，请按退款办理',
    leaving: '费用已经缴清，不能直接退出，请按退款办理',
  },
};

/** The sentence of the matter at hand, or null where the code's own says it. */
export function ofRoomSentence(code: AnyRefusalCode, data: Data): string | null {
  const sentence = OF_ROOM[code]?.[String(data['of'])];
  if (sentence === undefined) return null;
  return typeof sentence === 'string' ? sentence : sentence(data);
}
