import { ownEntrySentence } from './own-entry';
import { heatsClashSentence } from './stage-moves';
import type { AnyRefusalCode } from '../contract';
import { dayAt, isLocalDate, timeAt } from '../kernel';
import { weekdayWord } from './dates';
import { RECEIPT_STANDS, TRANSFER_REFUSED, WRONG_STATE, collectionSentence, seeClause } from './wrong-states';
import { ofRoomSentence } from './refused-rooms';
import { subjectWord } from './levels';
import { numberFaultSentence } from './numbers';
import { liveReasonSentence } from './live-reasons';
import { planConflictsSentence, seatUnfitSentence, seatsShortSentence } from './planning';
import { NO_RETAKE_WORDS, attendanceUnsettledSentence, marksUnconfirmedSentence } from './results';
import { fileRefusedSentence } from './file-refusals';
import { markProblemSentence } from './mark-problems';
import { doubtWord } from './doubts';
import { megabytesIn, typesIn } from './upload-limits';
import { statementWord } from './verdicts';
import { windowWord } from './windows';
import { CONTEST_REFUSALS } from './award-refusals';
import { PHOTO_BATCH_REFUSALS } from './photo-batches';
import { examDayWords } from './exam-day';

type Data = Readonly<Record<string, unknown>>;
type Sentence = string | ((data: Data) => string);

const day = (data: Data, key: string): string => {
  const value = data[key];
  if (typeof value !== 'string' || !isLocalDate(value)) return '';
  const [, month, date] = value.split('-');
  return `${Number(month)}月${Number(date)}日（${weekdayWord(value)}）`;
};

/** `（2028年）`, where a day lies far ahead. */
const yearIn = (data: Data, key: string): string => {
  const value = data[key];
  return typeof value === 'string' && isLocalDate(value) ? `（${value.slice(0, 4)}年）` : '';
};

/** `12月12日 06:00`, Beijing time. */
const hourIn = (data: Data, key: string): string => {
  const instantMs = Number(data[key] ?? 0);
  const [, month, date] = dayAt(instantMs).split('-');
  return `${Number(month)}月${Number(date)}日 ${timeAt(instantMs)}`;
};

const doubtsIn = ({ doubts }: Data): string =>
  Array.isArray(doubts) ? `：${doubts.map((doubt) => doubtWord.any(String(doubt))).join('、')}` : '';

/** What the candidate denied, or which words staff have ruled not to count, such as `：达到大学专科（或同等学力）`. */
const againstIn = ({ statements, words }: Data): string => {
  if (Array.isArray(words)) return `${words.map((word) => `“${String(word)}”`).join('、')}本批次已认定不算相关`;
  const denied = Array.isArray(statements)
    ? `：${statements.map((statement) => statementWord(String(statement))).join('、')}`
    : '';
  return `考生填写的是“否”${denied}`;
};

/** How long to wait: seconds up to a minute and a half, then minutes. */
function waitIn(data: Data): string {
  const seconds = Number(data['retryInSeconds'] ?? 60);
  return seconds <= 90 ? ` ${seconds} 秒后` : ` ${Math.ceil(seconds / 60)} 分钟后`;
}

/** Before or after the days on which a counter takes applications, and when it opens next. */
function counterWindowSentence(data: Data): string {
  const next = day(data, 'next');
  if (data['when'] === 'before')
    return `报名还没有开始，${day(data, 'opensOn')}起受理${next ? `，业务窗口${next}首次开放` : ''}`;
  return `报名${data['closedOn'] ? `已于${day(data, 'closedOn')}` : '已经'}截止，业务窗口不再受理`;
}

const SESSION_DAYS: ReadonlyMap<unknown, string> = new Map([
  ['applicationOpens', '报名开始日'],
  ['applicationCloses', '报名截止日'],
  ['paymentOpens', '缴费开始日'],
  ['paymentCloses', '缴费截止日'],
  ['examStart', '考试日期'],
  ['examEnd', '考试末日'],
]);

/** Which two days of a session stand the wrong way round; without them in general. */
function windowOrderSentence(data: Data): string {
  const second = SESSION_DAYS.get(data['second']);
  if (data['first'] === 'today' && second)
    return data['second'] === 'examStart'
      ? `${second}须在今天${day(data, 'firstDay')}以后`
      : `${second}不能早于今天${day(data, 'firstDay')}`;
  if (data['day']) return '各科时间须在考试日期之内，结束晚于开始';
  const first = SESSION_DAYS.get(data['first']);
  if (!first || !second) return '日期先后有误，请检查报名、缴费和考试日期';
  return `${second}${day(data, 'secondDay')}须在${first}${day(data, 'firstDay')}之后`;
}

/** Between which days people may be asked to choose. */
const choiceDaySentence = (data: Data): string =>
  data['from'] === data['to']
    ? `选择截止日只能是今天${day(data, 'to')}，要在考试以前`
    : `选择截止日须在今天到${day(data, 'to')}之间，${data['limit'] === 'exam' ? '要在考试以前' : '不要让考生等太久'}`;

/** Which two days of a competition stand the wrong way round. */
const stageOrderSentence = (data: Data): string =>
  `${windowWord(String(data['second']))}${day(data, 'secondDay')}不能早于${windowWord(String(data['first']))}${day(data, 'firstDay')}`;

/** What is wrong in the days of a calendar year, as `checkCalendarYear` names it. */
function calendarYearSentence(data: Data): string {
  switch (data['reason']) {
    case 'no-days':
      return '请填写放假的日子';
    case 'other-year':
      return `${day(data, 'day')}不在这一年里`;
    case 'worked-weekday':
      return `${day(data, 'day')}本来就上班，调休上班只填周六、周日`;
    case 'off-and-worked':
      return `${day(data, 'day')}既放假又上班，请核对`;
    default:
      return '日期有误，请对照公布的通知核对';
  }
}

/** One sentence a code: what is wrong, and what to do about it. */
const SENTENCES: Record<AnyRefusalCode, Sentence> = {
  ...NO_RETAKE_WORDS,
  ...PHOTO_BATCH_REFUSALS,
  offline: '网络连接不上，请稍后再试，已填写的内容不会丢失',
  'newer-version': '这里的内容要用新版才能显示，请更新小程序（网页请刷新）后再看',
  'newer-language': '这份通知用了新的写法，请更新小程序（网页请刷新）后再办理',
  'malformed-request': '请求有误，请返回后重试',
  'invalid-input': '填写的内容有误，请检查标红的项目',
  'idempotency-key-missing': '请求有误，请更新后重试',
  'idempotency-key-reused': '这一步已经提交过，请返回查看结果',
  'not-signed-in': '请先登录',
  forbidden: '您没有办理这一事项的权限',
  'not-found': '没有找到，可能已被撤下或不属于您',
  'method-not-allowed': '请求有误，请更新后重试',
  'changed-meanwhile': '内容已在别处修改，请刷新后再改',
  'done-by-another': '已由他人办理，不用再办',
  'too-large': (data) => `文件太大，请压缩到 ${megabytesIn(data)} MB 以内`,
  'unsupported-type': (data) => `文件格式不支持，请使用 ${typesIn(data)}`,
  'too-many-requests': (data) => `操作太频繁，请${waitIn(data)}再试`,
  internal: '系统出错了，您的资料没有丢失，请稍后再试',
  unavailable: '系统暂时繁忙，请稍后再试',
  'storage-full': '系统暂时收不下文件，您填的内容没有丢失，请稍后再传',
  'upload-quota': '您上传了太多还没有用上的文件，请先保存已填的内容，明天再传',
  'sign-in-failed': '用户名或密码不对',
  'second-factor-needed': '请输入动态验证码',
  'second-factor-due': '请先设置动态验证码，再办理业务',
  'code-wrong': '验证码不对，请检查后重新输入',
  'code-expired': '验证码已过期，请重新获取',
  'code-too-soon': (data) => `验证码刚发过，请${waitIn(data)}再试`,
  'wechat-code-invalid': '微信登录已失效，请重新登录',
  'wechat-unavailable': '微信暂时没有响应，请稍后再试',
  'sms-unavailable': '短信暂时发不出去，请稍后再试',
  'account-disabled': '该账号已停用，请联系管理员',
  'invitation-invalid': '邀请链接无效或已用过，请向发链接的人索取新的链接',
  'unit-code-wrong': '统一社会信用代码不对，请对照营业执照逐位核对',
  'unit-code-held': '同一代码已有另一个单位登记，请先处理另一个',
  'list-not-mapped': '请先对好列：至少要有姓名和证件号码',
  'package-title-wrong': '请把压缩包命名为“企业简称+报名人数”，例如“甲安防+32”',
  'group-not-offered': '这个通知不接受您单位在这里集体报名，请按通知写明的方式办理',
  'row-refused': '有几项填写有误，请按提示修改',
  'row-twice': '名单里已经有这个证件报同一项目',
  'row-claimed': '本人已经认领这份报名，要退出请本人办理',
  'first-review-needed': '通知要求单位先做资格初审，请确认已经初审',
  'nothing-to-submit': '没有可以提交的人：请先补齐资料，并完成本人确认',
  'nobody-to-sign': '没有要打印的申报表：请先补齐资料',
  'nobody-to-claim': '名单里的人都已经认领，不用再发认领码',
  'nobody-to-remind': '没有要提醒的人：都已确认，或今天已经提醒过',
  'last-agent': '这是最后一名经办人：请先邀请接手的人，或选“交接给他人”',
  'invitation-of-another-phone': '这个链接是发给另一个手机号的，请用收到链接的手机号登录',
  'name-taken': '该用户名已被使用，请换一个',
  'password-weak': '密码太简单，请至少使用 10 个字符',
  'password-common': '这个密码很多人在用，容易被猜到，请换一个：可以用几个不相干的词连起来',
  'password-wrong': '现在的密码不对，请重新输入',
  'phone-in-use': '该手机号已绑定其他账号',
  'last-administrator': '至少要保留一名管理员',
  'another-administrator-needed': '自己的动态验证码要由另一名管理员重置',
  'own-roles': '不能给自己增加角色，要由另一名管理员来改',
  'second-person-needed': '这笔退款是您提出的，要由另一名财务或管理员同意后才会退',
  'deputy-needed': '这件事要两个人办：您的机构还没有另一名能办的人，请先由管理员邀请一名作为复核人',
  'consent-needed': '请先阅读并同意个人信息处理规则',
  'export-limit': (data) => `一天最多导出${String(data['most'] ?? '')}次，请明天再来`,
  'export-over': '这份导出已经过期并删除，请重新导出',
  'enrolment-live': (data) => liveReasonSentence.any(String(data['reason'] ?? '')),
  'staff-account': '工作人员账号由所在机构的管理员移出，不能在这里注销',
  'period-out-of-bounds': ({ leastMonths, mostMonths }) =>
    `保存期限要在 ${String(leastMonths)} 到 ${String(mostMonths)} 个月之间`,
  'data-erased': '保存期限已到，这份资料已经删除',
  'offering-unknown': '该批次没有这个职业等级',
  'session-incomplete': '批次信息还不完整，请补全考点和各科时间',
  'windows-not-confirmed': '请先确认各项时间',
  'assumption-not-confirmed': '还有推定的规则没有确认',
  'calendar-year-unknown': (data) => `${String(data['year'] ?? '')}年放假安排尚未公布，暂时无法计算日期`,
  'calendar-year-wrong': (data) => calendarYearSentence(data),
  'calendar-year-taken': (data) => `${String(data['year'] ?? '')}年已经填过了，请打开查看`,
  'calendar-year-not-next': (data) => `请先填写${String(data['year'] ?? '')}年的放假安排`,
  'calendar-year-used': '已有批次按这一年计算了日期，不能再改；确有变动，请逐个批次改期',
  'window-order-wrong': (data) => windowOrderSentence(data),
  'results-count-unprinted': '通知没有写明这个公布期限，请从通知写明的里面选',
  'seats-short': (data) => seatsShortSentence(data),
  'plan-conflicts': (data) => planConflictsSentence(data),
  'seat-unfit': (data) => seatUnfitSentence(data),
  'places-in-use': (data) =>
    data['site']
      ? `已经有考生排在“${String(data['site'])}”的这些时间，请给另行通知的科目换一个时间或考点`
      : `已经排座，只能增加考点、考场和座位${data['place'] ? `，“${String(data['place'])}”要保留，座位不能减少` : '，各科原来的时间不能改'}`,
  'nothing-changed': '日期、地点都没有变',
  'transfer-refused': (data) =>
    TRANSFER_REFUSED.get(String(data['reason'])) ?? '不能改到这个批次，请另选一个，或选择退款',
  'receipt-stands': ({ because }) => RECEIPT_STANDS.get(because) ?? '这笔收款不能撤销，请按退款办理',
  'undo-by-another': '这笔收款的撤销是您提出的，要由另一名财务或管理员确认',
  'too-early': (data) => (data['opensOn'] ? `还没到时间，${day(data, 'opensOn')}起可以办` : '还没到办理时间'),
  'choice-day-wrong': (data) => choiceDaySentence(data),
  ...CONTEST_REFUSALS,
  'stage-order-wrong': (data) => stageOrderSentence(data),
  'day-over': '这一天已经过去，请填今天或以后的日期',
  'too-late': (data) => (data['closedOn'] ? `已经过了时间，${day(data, 'closedOn')}已截止` : '已经过了办理时间'),
  'wrong-state': (data) =>
    `${WRONG_STATE.get(data['state']) ?? '当前状态不能办理这一步，请刷新查看最新进度'}${seeClause(data)}`,
  'not-eligible': '按通知的条件，目前还不能报名',
  'facts-missing': '还有情况没有填写，无法判断是否符合条件',
  'details-missing': '还有信息没有填写完整',
  'documents-missing': '报名材料还不齐全',
  'identity-refused': '证件信息有误，请核对证件',
  'photo-missing': '请上传证件照片',
  'photo-refused': '照片不符合要求，请按提示重新拍摄',
  'file-refused': (data) => fileRefusedSentence(data),
  'signature-missing': '请先签名',
  'statements-not-confirmed': '请先确认各项声明',
  'application-conflict': '您已有一份同样的报名，请到“我的报名”查看',
  'passes-kept': (data) =>
    `您有保留的合格成绩，${day(data, 'until')}前可以只补考没有合格的科目；重新报名同一项目，保留的成绩作废`,
  banned: (data) =>
    `按机构的违纪处理决定，${day(data, 'until')}以前（含当日）不能报名${yearIn(data, 'until')}。理由和怎么申诉，见消息里的违纪处理决定`,
  'checked-by-body': '这一位由协会核对，协会会联系本人',
  'warning-needed': '这一条要先提醒、仍不改正才算，请先确认已经提醒过',
  'breach-open': '这件事已经立案，请打开原来的记录',
  'imported-by-another': '这一条是您导入的，要由另一位工作人员对照原件核对',
  'pass-not-found': '没有找到。请核对姓名、证件号码和准考证号；仍找不到的，请带身份证件向机构询问',
  'breach-by-another': '要由另一位工作人员来定：提出处理意见的人不能自己同意',
  'severity-needed': '请选择情节轻微还是严重',
  'retake-elsewhere': '这个批次没有您要补考的项目，请另选批次',
  'remarks-needed': '请写明需要修改的内容',
  'handed-in-by-unit': '由单位统一提交，您核对确认就可以',
  'apply-at-counter': '个人请到业务窗口报名，请先生成现场报名单，再带原件到窗口办理',
  'counter-not-offered': '这份通知不在业务窗口受理个人报名，请按通知写明的方式办理',
  'counter-window': (data) => counterWindowSentence(data),
  'originals-missing': '还有原件没有核对，请逐项核对后再确认',
  'claim-not-found':
    '没有找到信息一致的报名，请核对姓名、证件号码，并确认当时留的是这个手机号；单位给了认领码的，请核对认领码。一天试五次还不行，请打报名页上的电话',
  'phone-not-proven': '请先绑定手机号，用来核对是您本人',
  'draw-too-early': (data) => `报名还没有截止，名单没有定，${day(data, 'closesOn')}以后再抽签`,
  'heats-clash': heatsClashSentence,
  'entry-by-unit': '单位已经替您报了这项竞赛，不用再报；请到“我的报名”点“单位替我报了名”认领',
  'entry-conflict': ownEntrySentence,
  'entry-here': '这项竞赛在这里报名，不需要导入外部名单',
  'entry-elsewhere': '这项竞赛不在这里报名，请按通知写明的方式报名',
  'document-held': '同一证件已有另一份有效的报名，只能通过一份，请先处理另一份',
  'person-held': '同一个人已用另一证件通过了这一批次同一项目的报名，只能通过一份，请先处理另一份',
  'case-open': '该报名有待处理的核查事项，处理后才能通过',
  'correction-open': '您已经有一份更正申请在等待办理，办完后才能再申请',
  'evidence-missing': '更正姓名或证件需要上传证明材料，如新证件的照片',
  'reason-needed': (data) => `${againstIn(data)}，请写明认定符合条件的理由后再通过`,
  'ruled-already': '同事刚刚认定过，请看过再办理',
  'message-unfit': '这条消息不适合考生现在的情况，没有发',
  'told-already': '今天已经给这位考生发过同样的消息',
  'no-channel': '这位考生没有账号，也没有留手机号，发不到',
  'look-first': (data) => `要逐份看过再通过${doubtsIn(data)}`,
  'already-paid': '这笔费用已经缴清',
  'order-closed': '该缴费单已关闭',
  'payment-method-unavailable': '这里不能使用该缴费方式，请换一种',
  'payment-unavailable': '支付暂时没有响应，没有扣款，请稍后再试',
  'received-day-wrong': (data) =>
    `收款日期填实际收到钱的那天：不早于开缴费单的${day(data, 'earliest')}，不晚于今天${day(data, 'latest')}`,
  'reinstating-reason-needed': '缴费单已过期；这笔钱是在截止日以前收到的，请写明理由，再恢复这份报名',
  'amount-mismatch': '金额与应缴金额不一致，请核对',
  'paid-by-unit': '费用由报名的单位统一缴纳，您不用缴',
  'merchant-missing': '该机构还没有开通在线支付，请使用转账',
  'nothing-to-print': '这里还没有人排座，排好座再打印',
  'too-many-to-print': (data) =>
    data['seats'] === undefined
      ? `一次最多打印 ${Number(data['most'])} 张，这里还有更多；请分几段日期打印`
      : `一次最多打印 ${Number(data['most'])} 个座位，这里有 ${Number(data['seats'])} 个；请选一个时间或考场分开打印`,
  'ticket-not-issued': (data) => `${examDayWords(data['ofStage'] === true).ticket}还没有发放，发放后再办理`,
  'ticket-revoked': (data) => {
    const { ticket, exam } = examDayWords(data['ofStage'] === true);
    return `${ticket}${String(data['number'] ?? '')}${data['revokedOn'] ? `已于${day(data, 'revokedOn')}` : '已'}作废，因为${exam}有变动；如有新的${ticket}，发放后在这里查看`;
  },
  'not-seated': '还有考生没有排座位，请先排座',
  'import-running': '另一张表正在导入，请等它完成或取消后再确认',
  'results-incomplete': (data) =>
    Array.isArray(data['awaited'])
      ? `${data['awaited'].map((subject) => subjectWord.any(String(subject))).join('、')}的时间还没有通知：各科考完、成绩补全后一起发布`
      : '还有考生没有成绩，补全后才能发布',
  'already-published': '成绩已经发布',
  'not-published': '成绩还没有发布',
  'line-unknown': '公示名单里没有这个准考证号，请对照名单核对',
  'line-objected': '有人对公示名单里的这一条提出异议，正在核查，核查完以前先不发证书',
  'objection-open': '您对这位考生的异议已经收到，正在核查，请用回执号查询',
  'marks-unconfirmed': ({ offerings }) => marksUnconfirmedSentence(offerings),
  'attendance-unsettled': (data) => attendanceUnsettledSentence(data),
  'mark-refused': (data) => markProblemSentence(String(data['code'] ?? ''), { value: String(data['value'] ?? '') }),
  'result-pending': '您的成绩待处理：有情况正在核查，处理完后会通知您，不影响其他考生',
  'publication-by-another': '这次发布是您提出的，要由另一名发布人核对后发布',
  'same-marker': '登分人、核对人不能办自己登过或核对过的成绩，请由其他人处理',
  'review-open': '还有成绩复核没有办完',
  'publicity-open': (data) => (data['until'] ? `公示到${day(data, 'until')}，结束后才能发证` : '公示结束后才能发证'),
  'not-passed': '成绩未合格，不能发证',
  'parcel-day-wrong': (data) =>
    `寄出日期填实际寄出的那天：不早于发证的${day(data, 'earliest')}，不晚于今天${day(data, 'latest')}`,
  'sheet-not-mapped': '这张表还有列没有对上，请先逐列对好',
  'nothing-to-export': '这一批还没有可以上报的人',
  'no-refunds': '没有等着线下退的款',
  'no-certificates': '没有符合条件的证书',
  'too-many-certificates': (data) =>
    `一共 ${Number(data['count'])} 份，一次最多打印 ${Number(data['most'])} 份，请按项目或编号分开打印`,
  'collection-not-offered': collectionSentence,
  'seal-missing': '机构还没有上传印章，请先上传，或确认先发不带印章的证书',
  'numbers-exhausted': '号码已用完，请联系管理员调整编号规则',
  'number-pattern-wrong': (data) => numberFaultSentence(String(data['reason'] ?? ''), data),
  'token-invalid': '二维码无效或已被改动',
  'not-an-invigilator': '这个人没有监考员的角色，请先由管理员添加',
  'duty-of-another-phone': '这个链接是发给另一个手机号的，请用那个手机号登录后再打开',
  'papers-differ': (data) =>
    `份数对不上：领 ${String(data['taken'] ?? '')} 份，收回和空白一共 ${String(data['counted'] ?? '')} 份，请重新清点`,
  'room-not-accounted': (data) =>
    `还有 ${String(data['missing'] ?? '')} 人既没有入场也没有记缺考，请按纸质签到表登记后再封场`,
  'duty-locked': (data) => `名单只在监考时段打开：${hourIn(data, 'opensAt')} 至 ${hourIn(data, 'closesAt')}`,
  'notice-file-refused': '文件有误，没有导入，请按提示修改后重新导入',
  'notice-of-another-body': '这份通知写的是别的机构，您没有权限导入',
  'notice-id-taken': '这个通知编号已被别的机构使用，请换一个编号',
  'notice-unchanged': '文件与正在使用的版本完全一样，不用更新',
  'draft-outdated': '其他人已经发布了新的版本，请先核对与新版本的不同',
  'offering-in-use': '有批次正在使用这次要取消的项目，请先处理这些批次',
  'not-demonstration': '这里没有演示时钟',
  'no-next-event': '后面没有新的事项了',
};

/** The sentence for a refusal of the API or of the phone; whoever parses an answer turns an unknown code into `internal`. */
export function refusalSentence(code: AnyRefusalCode, data: Data = {}): string {
  const ofRoom = ofRoomSentence(code, data);
  if (ofRoom !== null) return ofRoom;
  const sentence = SENTENCES[code];
  return typeof sentence === 'string' ? sentence : sentence(data);
}
