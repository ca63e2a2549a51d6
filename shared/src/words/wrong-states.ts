/** Why a step is not possible now, where the state itself needs words. */
export const WRONG_STATE: ReadonlyMap<unknown, string> = new Map([
  ['owes-already', '其中有人在这一批次已有缴费单，不能重复开单'],
  ['transfer-claimed', '这张缴费单有一笔转账正在核对，核对完才能退出，请稍后再试'],
  ['withdrawn', '已经撤回'],
  ['decided', '已经办理过了'],
  ['item-needed', '还没有写明是哪一条，请先写明再告知本人'],
  ['not-printed', '通知和机构的违纪清单里没有这一条'],
  ['subject-needed', '这一条只取消一科的成绩，请选择科目'],
  ['of-nobody', '这条记录没有对上考生，不能转入违纪处理'],
  ['lifted', '已经提前解除'],
  ['ban-over', '已经到期，不用解除'],
  ['stated', '已经陈述过，只能提交一次'],
  ['applied-again', '考生又开了一份同样的报名，请考生先在“我的报名”里放弃那一份，再恢复这一份'],
  ['erased', '考生已经删除个人信息，不能恢复，请退款'],
  ['event-over', '考试已经结束或取消，不能恢复，请退款'],
  ['correction-asked', '更正申请要对照证明材料办理，请打开更正申请后同意或不同意'],
  ['given-back', '这笔款项已经办理退款，不能重复退'],
  ['certificate-void', '这份证书已经作废'],
  ['certificate-collected', '这份证书已经领走'],
  ['certificate-sent', '这份证书已经寄出'],
  ['certificate-on-hand', '这份证书没有登记领取'],
  ['certificate-without-address', '考生没有选快递邮寄，也没有填地址'],
  ['certificate-registered', '已经确认过上传'],
  ['certificate-unregistered', '还没有确认上传'],
  ['not-asked', '这一项不用认定，或者要写明给谁'],
  ['not-proposed', '奖项还没有提交，先由一位工作人员提交'],
  ['no-papers', '奖项锁定以后，有证书的奖项才能编号'],
  ['no-money', '您没有奖金，不用提供账户'],
  ['no-database', '您没有入选人才库的奖项'],
  ['no-place', '这位选手没有抽签的位置，或者已经退出'],
  ['has-place', '这位选手已经有位置'],
  ['not-of-stage', '这位选手不在这一阶段的名单里，请先核对报名'],
  ['no-agent', '还没有填写受托人'],
  ['no-sheet', '还没有评分表，请先制定评分表'],
  ['no-judges', '还没有安排裁判'],
  ['marking-begun', '已经开始评分，评分表不能再改'],
  ['marks-locked', '评分已经锁定，不能再改'],
  ['judge-not-barred', '这位裁判不用回避这个号'],
  ['judge-barred', '这位裁判要回避这个号，先登记例外再录入'],
  ['ranks-published', '名次已经公布，评分不能再计入'],
  ['roster-open', '名单还没有确定，请先确定参赛名单'],
  ['roster-frozen', '名单已经确定'],
  ['not-published', '这一阶段的成绩还没有公布'],
  ['certificate-replaced', '这份证书已经换发过了'],
  ['room-closed', '考场已经封场，不能再改'],
  ['resolved', '这件事已经处理过了，请刷新查看'],
  ['refund-due', '这笔钱已经到账，要办理退款才能结案'],
  ['refund-asked', '已经有人提出退款，正在等另一名财务或管理员同意'],
  ['no-payment', '没有找到对应的到款，请先核对收款记录'],
  ['undone', '这笔收款已经撤销，或撤销正在等另一人确认，请刷新查看'],
  ['gone', '这笔收款已经不在了，请刷新查看'],
  ['empty', '没有选中可以办理的人，请重新选择'],
  ['taken-back', '已经撤回过了'],
  ['examined', '已经有人参加考试或有了成绩，不能再改期或取消'],
  ['results-published', '成绩已经发布，不能再改期'],
  ['session-cancelled', '这个批次已经取消'],
  ['session-planned', '这个批次还没有发布'],
  ['disabled', '这个账号已经停用'],
  ['active', '这个账号没有停用'],
  ['not-failed', '这件事没有失败，不用重试'],
  ['walk-in', '这是窗口录入的报名，本人手机上没有现场报名单，不能退回'],
  ['not-a-walk-in', '这份报名不是窗口录入的，或本人已经找回，不能在这里放弃'],
  ['sent-back', '现场报名单已退回本人修改，等本人重新生成后再办理'],
  ['lifted', '禁考已经解除'],
  ['no-review', '这份通知没有安排成绩复核'],
  ['no-publicity', '这份通知没有成绩公示，成绩只供本人查询'],
  ['no-conduct', '这份通知没有印违纪处理办法，不能按它立案；机构采用办法以后，先发布写明它的新版本'],
  ['conduct-in-past', '起执行的日子不能早于今天'],
  ['conduct-waiting', '已有一版等另一人同意，请先决定那一版'],
  ['evidence-closed', '已经提出处理意见，不能再加或撤回证据'],
  ['objection-open', '这件异议还没有答复，先答复再办结'],
  ['objection-upheld', '这件异议已经答复，不能再改或添加证据'],
  ['objection-decided', '别人刚答复了这件异议，请刷新查看'],
  ['objection-rejected', '这件异议已经答复，不能再改或添加证据'],
  ['objection-settled', '这件异议已经办结'],
  ['subject-not-taken', '您没有参加这一科，不能申请复核'],
  ['nobody-to-order', '还没有审核通过、待缴费的人'],
  ['offering-fixed', '申报项目不能改，请移出后重新添加'],
  ['no-link', '现在没有正在使用的填表链接'],
  ['not-waiting', '这一行已经办理过了，请刷新查看'],
  ['unit-submitted', '单位正在等待审核'],
  ['unit-returned', '单位登记已退回，等单位修改后再办理'],
  ['unit-approved', '单位已经通过审核；名称、代码和证明有变，请联系协会'],
  ['unit-suspended', '单位已被协会暂停，暂时不能办理'],
  ['unit-rejected', '单位登记没有通过，不能再改；可以重新登记'],
]);

/** Why money that was booked today cannot be taken back. */
export const RECEIPT_STANDS: ReadonlyMap<unknown, string> = new Map([
  ['voucher', '考生交过转账凭证，这笔收款不能撤销，请按退款办理'],
  ['another-day', '不是今天登记的收款，不能撤销，请按退款办理'],
  ['seated', '考生已经排座或有了准考证，不能撤销，请按退款办理'],
  ['given-back', '这笔钱已经安排退回，不能再撤销'],
]);

/** Why a candidate cannot go to that other session. */
export const TRANSFER_REFUSED: ReadonlyMap<string, string> = new Map([
  ['same-session', '您现在就在这个批次'],
  ['other-notice', '只能改到同一份通知、同一职业等级的批次'],
  ['offering-missing', '那个批次没有您报名的职业等级，请另选一个'],
  ['over', '那个批次已经不再接受报名，请另选一个'],
  ['fee-differs', '那个批次的费用不一样，不能直接改过去；请先退款，再重新报名'],
]);

type Data = Readonly<Record<string, unknown>>;

/** Where the notice says what there is instead: `（见通知三（七））`; nothing where no clause came along. */
export const seeClause = ({ clause }: Data): string => (typeof clause === 'string' ? `（见通知${clause}）` : '');

/** The ways to get a certificate that the notice prints, in place of one that it does not. */
export const collectionSentence = (data: Data): string => {
  const { ways } = data;
  const there = Array.isArray(ways) && ways.length > 0 ? `通知写明：${ways.map(String).join('；')}` : '请换一种';
  return `通知没有这种领证方式，${there}${seeClause(data)}`;
};
