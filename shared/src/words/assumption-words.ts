/**
 * Why something is assumed, as a candidate reads it: how it is handled here. What the person who typed the notice in found
 * missing in the print stands in the same reason and is for staff; empty where the reason says nothing else.
 */
export function assumptionWords(reason: string): string {
  const [marked] = ['：', '；', '，'].flatMap((mark) => {
    const at = reason.indexOf(mark);
    return at > 0 && OF_THE_PRINT.test(reason.slice(0, at)) ? [reason.slice(at + 1)] : [];
  });
  const rest = marked ?? (OF_THE_PRINT.test(reason) ? '' : reason);
  return STAFF_TALK.reduce((text, [talk, instead]) => text.replace(talk, instead), rest);
}

/** Looking at the paper: what it prints and what not. */
const OF_THE_PRINT = /印|没有(附|写|要求)|空页|不明$|疑有|通知(附|要求)/;

const STAFF_TALK: readonly (readonly [RegExp, string])[] = [
  [/[，；]?(未见原文，?)?(由|请)(协会|商会|工作人员)确认$/, ''],
  [/^请工作人员确认/, '由工作人员确认'],
  [/，未见原文/, ''],
  [/条件补入/, '条件'],
  [/由工作人员按批次填写$/, '以每个批次公布的为准'],
  [/由工作人员按认定计划填写$/, '以认定计划公布的为准'],
  [/由系统拟定/, '由机构拟定'],
  [/本系统/, '这里'],
];
