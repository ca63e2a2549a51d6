import { unitContestNews } from './reach';
import type { BarredDecision, MessageCode } from '../contract';
import { contactAboutWord } from './tellings';
import { correctionFieldsIn } from './corrections';
import { CONTEST_MESSAGES, CONTEST_TITLES } from './contest';
import { JUDGE_MESSAGES, JUDGE_TITLES } from './judging';
import { STAGE_MESSAGES, STAGE_TITLES } from './contest-stages';
import { isLocalDate } from '../kernel';
import { dayIn, dayWithWeekday, fullDayWords } from './dates';
import { subjectWord } from './levels';
import { yuanIn } from './money';
import { noticeChanged } from './notice-changed';
import { type Data, type Sentence, sentenceOf, textIn, wordOf } from './table';
import { examDayWords } from './exam-day';

const because = (data: Data): string => (textIn(data, 'reason') === '' ? '' : `原因：${textIn(data, 'reason')}`);

/** What staff decided about a unit. */
const unitDecided = wordOf<'approved' | 'returned' | 'rejected' | 'suspended' | 'resumed'>({
  approved: '的登记已通过审核，可以交名单了。',
  returned: '的登记要修改，改好后再提交。',
  rejected: '的登记没有通过。',
  suspended: '已被协会暂停，暂时不能办理。',
  resumed: '已恢复，可以接着办理。',
});

/** What becomes of an application that is paid for, whose person may not take part. */
const barredSentence = wordOf<BarredDecision>({
  refund: '您不能参加这次评价，已缴费的报名已停止，费用退还，到账后会通知您。理由和怎么申诉，见“违纪告知和处理决定”。',
  'keep-fee': '您不能参加这次评价，已缴费的报名已停止，费用不退。理由和怎么申诉，见“违纪告知和处理决定”。',
  stand: '您已缴费的这份报名保留，可以照常参加。',
});

const nameIn = (data: Data): string =>
  textIn(data, 'sessionName') === '' ? '批次' : `“${textIn(data, 'sessionName')}”`;

const fullDayIn = (data: Data, key: string): string => {
  const text = textIn(data, key);
  return isLocalDate(text) ? fullDayWords(text) : '';
};

const movedWords = (data: Data): string =>
  data['examBefore'] === data['examOn']
    ? `您报名的${nameIn(data)}的安排有变动，考试仍在${dayWithWeekday(data, 'examOn')}。`
    : `您报名的${nameIn(data)}改期：考试由${dayWithWeekday(data, 'examBefore')}改到${dayWithWeekday(data, 'examOn')}。`;

const keepWords = (until: string): string =>
  `您可以按新日期参加、改到其他批次，或退出并全额退费，请在${until}前（含当日）选择；不选即按新日期参加。`;

const leaveWords = (until: string): string =>
  `您可以改到其他批次，交过的费用一起转过去；也可以全额退费。请在${until}前（含当日）选择；不选即全额退回交过的费用。`;

const ifAsked = (data: Data, words: (until: string) => string): string =>
  textIn(data, 'choiceUntil') === '' ? '' : words(dayWithWeekday(data, 'choiceUntil'));

/** How the people of a roster stand, for its agents. */
const COUNTED = [
  ['mend', '退回要修改'],
  ['disputed', '本人说有不对、等您改好或答复'],
  ['order', '审核通过、等您开缴费单'],
  ['unpaid', '等单位缴费'],
  ['ticketed', '准考证已发放'],
  ['rejected', '没有通过'],
  ['lapsed', '逾期没有缴费、已失效'],
] as const;

/** Whom staff let go after the unit had paid for them, and where the money is. */
function leftWords(data: Data): readonly string[] {
  if (!data['left']) return [];
  const money = [
    ...(data['returnedFen'] ? [`退给单位${yuanIn(data, 'returnedFen')}`] : []),
    ...(data['keptFen'] ? [`按规定不退${yuanIn(data, 'keptFen')}`] : []),
  ];
  return [`缴费后退出 ${String(data['left'])} 人（${money.join('，')}）`];
}

/** Who has left the unit and goes on alone. */
const aloneWords = (data: Data): readonly string[] =>
  data['who'] ? [`${textIn(data, 'who')}已退出本单位，自己继续报名`] : [];

/** Whose money it is, where a unit pays. */
const forUnit = (data: Data): string =>
  textIn(data, 'unitName') === '' ? '' : `${textIn(data, 'unitName')}集体报名：`;

/** What is told to a member names the unit that pays, and asks for no money. */
const isUnitPaid = (data: Data): boolean => textIn(data, 'unitName') !== '';
const payingUnit = (data: Data): string => textIn(data, 'unitName') || '单位';
const holdMoney = (data: Data): string => (isUnitPaid(data) ? '' : '请先不要缴费，');

const MESSAGES: Readonly<Record<MessageCode, Sentence>> = {
  'application-submitted': '您的报名已提交，请等待审核，结果会在这里通知您。',
  'application-returned': '您的报名被退回，请按审核意见修改后重新提交。',
  'application-return-taken-back': '您的报名刚才被误退回，现已撤回，不用修改，请等待审核，结果会在这里通知您。',
  'application-approved': (data) =>
    data['payBy']
      ? `您的报名已通过审核，请在${dayIn(data, 'payBy')}前（含当日）缴费。`
      : '您的报名已通过审核，请按时缴费。',
  'application-approved-unit-pays': (data) =>
    `您的报名已通过审核。费用由${payingUnit(data)}统一缴纳，您不用缴费，缴好后等待发放准考证。`,
  'application-reopened': (data) =>
    data['mend']
      ? `您的报名需要修改，原来的审核通过已撤回，${holdMoney(data)}按审核意见修改后重新提交。${because(data)}`
      : `您的报名需要重新审核，原来的审核通过已撤回，${holdMoney(data)}结果会再通知您。${because(data)}`,
  'application-rejected': (data) => `您的报名没有通过审核。${because(data)}`,
  'application-unreviewed':
    '您的报名没有在截止日以前审核完，这一批不能参加，也没有产生费用。请打报名页上的电话问清楚，或报下一批。',
  'application-lapsed': (data) =>
    isUnitPaid(data)
      ? `${payingUnit(data)}没有在截止日前缴费，这次报名已失效。请问单位，或打报名页上的电话。`
      : '您没有在截止日前缴费，这次报名已失效。如已付款，请打报名页上的电话。',
  'application-reinstated': (data) =>
    `${isUnitPaid(data) ? payingUnit(data) : '您'}的缴费已登记，之前失效的报名已恢复，不用重新报名。`,
  'application-withdrawn': '您的报名已撤回。',
  'correction-asked': (data) => `已收到您更正${correctionFieldsIn(data)}的申请，工作人员办理后会通知您。`,
  'correction-accepted': (data) =>
    `您申请更正的${correctionFieldsIn(data)}已更正。` +
    (textIn(data, 'number') === '' ? '' : `准考证已换发，新准考证号${textIn(data, 'number')}，原准考证作废。`) +
    (data['certificate'] ? '证书会另行换发，换好后再通知您。' : ''),
  'correction-refused': (data) => `您更正${correctionFieldsIn(data)}的申请没有通过。${because(data)}`,
  'slip-sent-back': (data) => `窗口把您的报名退回手机修改，改好后请重新生成现场报名单。${because(data)}`,
  'payment-reminder': (data) =>
    `${forUnit(data)}您还没有缴费，缴费到${dayIn(data, 'payBy')}截止，过期没有缴费，这次报名失效。`,
  'payment-settled': (data) =>
    data['totalFen']
      ? `${forUnit(data)}已收到您的缴费${yuanIn(data, 'totalFen')}，请等待发放准考证。`
      : `${forUnit(data)}已收到您的缴费，请等待发放准考证。`,
  'payment-undone': (data) => `${forUnit(data)}之前登记的缴费有误，已经撤销，这次报名还没有缴清。${because(data)}`,
  'transfer-refused': (data) => `${forUnit(data)}您的转账凭证没有通过核对，请重新提交。${because(data)}`,
  'refund-account-asked': (data) =>
    `${forUnit(data)}有${data['totalFen'] ? yuanIn(data, 'totalFen') : '一笔钱'}要退给您。这笔钱不是微信付的，由财务转账退还，请打开缴费单填写退款账户。`,
  'refund-succeeded': (data) =>
    `${forUnit(data)}退款${data['totalFen'] ? yuanIn(data, 'totalFen') : ''}${data['byHand'] ? '已由财务退还' : '已原路退回'}，请留意到账。`,
  'ticket-issued': (data) =>
    data['examOn']
      ? `准考证已发放，考试日期${dayIn(data, 'examOn')}，请核对时间和地点。`
      : '准考证已发放，请核对考试时间和地点。',
  'exam-reminder': (data) =>
    `请于${dayIn(data, 'examOn')}${textIn(data, 'startsAt')}到${textIn(data, 'siteName') || '准考证上的考点'}参加考试，带好证件。`,
  'subject-announced': (data) =>
    `${subjectWord.any(textIn(data, 'subject'))}的时间定了：${dayWithWeekday(data, 'examOn')}${textIn(data, 'startsAt')}，${textIn(data, 'siteName')}（${textIn(data, 'address')}）${textIn(data, 'roomName')}。准考证号不变，准考证上已加上这一科。`,
  'seat-moved': (data) =>
    `您的${subjectWord.any(textIn(data, 'subject'))}座位有调整：${dayWithWeekday(data, 'examOn')}${textIn(data, 'startsAt')}，${textIn(data, 'siteName')}（${textIn(data, 'address')}）${textIn(data, 'roomName')} ${textIn(data, 'seat')} 号。${examDayWords(data['ofStage'] === 1).ticketNumber}不变，打印过的请重新打印。`,
  'results-published': (data) =>
    data['closes']
      ? `成绩已公布，公示到${dayIn(data, 'closes')}，${data['reviewCloses'] === null ? '请查看' : '有疑问请在公示期内申请复核'}。`
      : '成绩已公布，请查看。',
  'result-pending': '这一批的成绩已公布，您的成绩待处理：有情况正在核查，处理完后会通知您。',
  'score-review-decided': (data) =>
    data['outcome'] === 'corrected' ? '您的成绩复核已完成，成绩已更正，请查看。' : '您的成绩复核已完成，成绩不变。',
  'certificate-issued': (data) =>
    textIn(data, 'number') === ''
      ? '恭喜您，证书已发放，请查看。'
      : `恭喜您，证书已发放，编号${textIn(data, 'number')}。`,
  'certificate-voided': (data) => `您的证书${textIn(data, 'number')}已作废。${because(data)}`,
  'certificate-duplicated': (data) =>
    `您的证书已补发，编号${textIn(data, 'number')}不变，请等领证通知。${because(data)}`,
  'certificate-ready': (data) =>
    `纸质证书可以领取了：${dayIn(data, 'from')}起${data['until'] ? `到${dayIn(data, 'until')}` : ''}，${textIn(data, 'hours')}，${textIn(data, 'place')}。请带身份证件原件，领取方式在证书页选择。${textIn(data, 'note')}`,
  'certificate-uncollected': (data) =>
    `您的纸质证书还没有领取${data['until'] ? `，${dayIn(data, 'until')}前可到${textIn(data, 'place')}领取` : `，请到${textIn(data, 'place')}领取`}，${textIn(data, 'hours')}。`,
  'certificate-sent': (data) =>
    `您的纸质证书已寄出：${textIn(data, 'carrier')} ${textIn(data, 'trackingNumber')}，请留意签收。`,
  'certificate-collected': (data) =>
    data['agent']
      ? '您委托的人已领走您的纸质证书。如果不是您委托的，请马上打报名页上的电话。'
      : '您的纸质证书已领取。如果不是您本人领的，请马上打报名页上的电话。',
  'certificate-registered': '您的证书已上传，可以在证书页打开官方查询网址核对。',
  'certificate-replaced': (data) => `您的证书已换发，新编号${textIn(data, 'number')}，原证书作废。${because(data)}`,
  'session-changed': (data) => `${movedWords(data)}${because(data)}${ifAsked(data, keepWords)}`,
  'session-cancelled': (data) =>
    `您报名的${nameIn(data)}已取消，原定${dayWithWeekday(data, 'examBefore')}的考试不再举行。${because(data)}${ifAsked(data, leaveWords)}`,
  'session-transferred': (data) =>
    `您的报名已改到${nameIn(data)}，考试${dayWithWeekday(data, 'examOn')}。原来的报名和交过的费用都转过来了，不用重新办理。`,
  'session-left': (data) =>
    textIn(data, 'unitName')
      ? `您已退出${nameIn(data)}。费用是${textIn(data, 'unitName')}交的，退给单位。`
      : data['totalFen']
        ? `您已退出${nameIn(data)}，全额${yuanIn(data, 'totalFen')}退回，财务办理后会通知您。`
        : `您已退出${nameIn(data)}。`,
  'exam-day-added': (data) =>
    `${nameIn(data)}加了${dayWithWeekday(data, 'examOn')}一个考试日，安排还没有座位的考生。您已有的准考证、考试时间和地点都不变${data['resultsBy'] ? `，成绩最晚${dayIn(data, 'resultsBy')}公布` : ''}。${because(data)}`,
  'exam-day-recheck': (data) =>
    `考试改到${dayWithWeekday(data, 'examOn')}以后，您的证件或报名条件到那天可能不再有效。请尽快换领证件或联系工作人员。`,
  'second-factor-reset':
    '管理员重置了您的动态验证码，所有设备都已退出登录，请重新设置。如果不是您要求的，请马上联系管理员。',
  ...CONTEST_MESSAGES,
  ...STAGE_MESSAGES,
  ...JUDGE_MESSAGES,
  'notice-changed': noticeChanged,
  'mend-reminder': (data) =>
    `您的报名退回后还没有重新提交，请按审核意见修改，在${dayIn(data, 'mendBy')}前（含当日）重新提交，过期不能参加。`,
  'ticket-unopened': (data) =>
    `您的准考证还没有打开过。考试在${dayWithWeekday(data, 'examOn')}${textIn(data, 'startsAt')}，${textIn(data, 'siteName') || '考点见准考证'}，请打开核对时间和地点。`,
  'breach-notified': (data) =>
    `机构记录了您在考试中的一件违纪情况，请在${dayIn(data, 'statementUntil')}前（含当日）看清事实和依据，可以陈述申辩。`,
  'breach-dropped': '机构记录的违纪情况经核查不作处理，您的成绩和报名不受影响。',
  'breach-decided': (data) =>
    `机构对您的违纪情况作出了处理决定${textIn(data, 'banUntil') === '' ? '' : `，${fullDayIn(data, 'banUntil')}以前（含当日）不能报名`}。不服的，可以在${dayIn(data, 'appealUntil')}前（含当日）申诉。`,
  'breach-appeal-decided': '您的申诉已办结，请打开查看结果和理由。',
  'breach-barred': (data) => `${barredSentence.any(textIn(data, 'decision'))}${because(data)}`,
  'roster-row-waiting': (data) =>
    `${textIn(data, 'unitName')}为您报名，还要您本人核对确认${data['closes'] ? `，请在${dayIn(data, 'closes')}前（含当日）办好` : ''}。没有您的确认，单位不能提交。`,
  'roster-row-changed': (data) =>
    `${textIn(data, 'unitName')}改了您的报名信息，之前的确认作废，请重新核对确认。没有您的确认，单位不能提交。`,
  'roster-row-answered': (data) => `${textIn(data, 'unitName')}答复了您指出的不对的地方，请看答复，再核对确认。`,
  'unit-roster-news': (data) =>
    `${textIn(data, 'unitName')}${nameIn(data)}集体报名有进展：${[...COUNTED.flatMap(([key, words]) => (data[key] ? [`${words} ${String(data[key])} 人`] : [])), ...leftWords(data), ...aloneWords(data)].join('，')}。`,
  'unit-contest-news': unitContestNews,
  'unit-stage-tickets': (data) => {
    const { ticket, person } = examDayWords(true);
    const of = `${textIn(data, 'unitName')}${textIn(data, 'stage')}`;
    if (data['cancelled'] === 1) return `${of}取消，已发的${ticket}作废，请告诉${person}不要到场。`;
    if (data['people'] === 0) return `${of}已经没有${person}参加，发过的${ticket}作废。`;
    return data['tickets'] === 0
      ? `${of}的${ticket}已作废，重新发放后会再通知您。`
      : `${of}的${ticket}：${textIn(data, 'tickets')} 张有效，${dayWithWeekday(data, 'day')}凭证入场。时间、考场和座位以现在的为准，请下载发给${person}。`;
  },
  'unit-counter-open': (data) =>
    `${textIn(data, 'unitName')}${nameIn(data)}还有 ${String(data['open'] ?? '')} 人没有在窗口办好，请在${dayWithWeekday(data, 'until')}前（含当日）带齐原件补办。`,
  'unit-decided': (data) => `${textIn(data, 'unitName')}${unitDecided.any(textIn(data, 'decision'))}${because(data)}`,
  'roster-row-refused': (data) =>
    `${textIn(data, 'unitName')}没有把您收进集体报名。您填的还在，可以自己接着报名，费用自己缴。`,
  'ban-lifted': '您不得参加评价的处理已提前解除，从今天起可以报名。',
  'contact-asked': (data) =>
    `工作人员要和您核实报名的${contactAboutWord.any(textIn(data, 'about'))}，请尽快打报名页上的电话。`,
  'staff-note': (data) => textIn(data, 'text') || '工作人员给您发了一条通知。',
};

/** The text of a message. */
export const messageSentence = sentenceOf(MESSAGES);

/** The title of a message. */
export const messageTitle = wordOf<MessageCode>({
  'application-submitted': '报名已提交',
  'application-returned': '报名退回修改',
  'application-return-taken-back': '不用修改了',
  'application-approved': '审核通过',
  'application-approved-unit-pays': '审核通过',
  'application-reopened': '重新审核',
  'application-rejected': '审核未通过',
  'application-unreviewed': '审核没有完成',
  'application-lapsed': '报名已失效',
  'application-reinstated': '报名已恢复',
  'application-withdrawn': '报名已撤回',
  'correction-asked': '更正申请已提交',
  'correction-accepted': '信息已更正',
  'correction-refused': '更正申请未通过',
  'slip-sent-back': '报名退回修改',
  'payment-reminder': '缴费提醒',
  'payment-settled': '缴费成功',
  'payment-undone': '缴费登记已撤销',
  'transfer-refused': '转账凭证未通过',
  'refund-account-asked': '请填写退款账户',
  'refund-succeeded': '退款完成',
  'ticket-issued': '准考证已发放',
  'subject-announced': '另行通知的科目已定时间',
  'seat-moved': '考场座位有调整',
  'exam-reminder': '考试提醒',
  'results-published': '成绩已公布',
  'result-pending': '成绩待处理',
  'score-review-decided': '成绩复核结果',
  'certificate-issued': '证书已发放',
  'certificate-voided': '证书已作废',
  'certificate-duplicated': '证书已补发',
  'certificate-ready': '领证通知',
  'certificate-uncollected': '证书还没有领取',
  'certificate-sent': '证书已寄出',
  'certificate-collected': '证书已领取',
  'certificate-registered': '证书可以官方查询了',
  'certificate-replaced': '证书已换发',
  'session-changed': '批次已改期',
  'session-cancelled': '批次已取消',
  'session-transferred': '已改到其他批次',
  'session-left': '已退出批次',
  'exam-day-recheck': '请核对证件和条件',
  'exam-day-added': '批次加了考试日',
  'second-factor-reset': '动态验证码已重置',
  ...CONTEST_TITLES,
  ...STAGE_TITLES,
  ...JUDGE_TITLES,
  'notice-changed': '通知有更新',
  'mend-reminder': '请修改后重新提交',
  'ticket-unopened': '请核对准考证',
  'breach-notified': '请查看违纪告知',
  'breach-dropped': '违纪情况不作处理',
  'breach-decided': '违纪处理决定',
  'breach-appeal-decided': '申诉已办结',
  'roster-row-waiting': '请核对单位的报名',
  'roster-row-changed': '请重新核对确认',
  'roster-row-answered': '单位答复了您',
  'roster-row-refused': '单位没有收下',
  'unit-roster-news': '集体报名有进展',
  'unit-stage-tickets': '单位选手的参赛证',
  'unit-contest-news': '请转告您单位的选手',
  'unit-counter-open': '现场报名还有人没办',
  'unit-decided': '单位登记有结果',
  'ban-lifted': '可以重新报名',
  'breach-barred': '已缴费报名的处理',
  'contact-asked': '请联系工作人员',
  'staff-note': '工作人员的通知',
});
