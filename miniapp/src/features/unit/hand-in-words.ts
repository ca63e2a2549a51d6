import type { RosterView } from '@jikaotong/shared/contract';

type Given = {
  readonly where: RosterView['where'];
  readonly counts: Pick<RosterView['counts'], 'submittable' | 'resubmittable'>;
};

/** What handing in does: at a counter notice new rows get a list for the counter, and rows sent back go to review. */
export function handInWords({ where, counts: { submittable, resubmittable } }: Given) {
  const listed = where === 'counter' ? submittable - resubmittable : 0;
  if (listed === 0)
    return {
      button: `提交 ${submittable} 人`,
      title: `提交（${submittable} 人）`,
      text: '提交后协会开始审核，不能再改。',
      yes: '提交',
      done: `正在提交 ${submittable} 人`,
    };
  const counter = '带齐原件到报名地址，工作人员逐人核对后才算报名。';
  if (resubmittable === 0)
    return {
      button: `生成现场报名单 ${listed} 人`,
      title: `生成现场报名单（${listed} 人）`,
      text: counter,
      // WeChat takes four characters
      yes: '生成',
      done: '已生成现场报名单',
    };
  return {
    button: `现场报名 ${listed} 人，提交 ${resubmittable} 人`,
    title: `生成现场报名单（${listed} 人），提交（${resubmittable} 人）`,
    text: `新报名的 ${listed} 人：${counter}退回改好的 ${resubmittable} 人：直接交协会审核，不用再去，提交后不能再改。`,
    yes: '确定',
    done: '已生成现场报名单，退回的已提交',
  };
}
