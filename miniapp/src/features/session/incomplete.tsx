import type { StaffSessionView } from '@jikaotong/shared/contract';
import { subjectWord, windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import type { Refusal } from '../../platform';
import { NoticeBar } from '../../ui';
import { offeringName } from '../notice';

type Props = { refusal: Refusal | null; session: StaffSessionView };

/** What exactly a session lacks, when the server said `session-incomplete`. */
export function Incomplete({ refusal, session }: Props) {
  const missing = refusal?.code === 'session-incomplete' ? refusal.data['missing'] : null;
  if (!Array.isArray(missing)) return null;
  return (
    <NoticeBar tone="warn" title="还差">
      {missing.map((part) => (
        <View key={String(part)}>{missingWords(String(part), session)}</View>
      ))}
    </NoticeBar>
  );
}

/** `paper:<offering>:<subject>`, `rooms:<site>`, `window:<kind>`. */
function missingWords(part: string, { offerings }: StaffSessionView): string {
  const [what = '', name = '', subject = ''] = part.split(':');
  if (what === 'rooms') return `${name}：还没有考场`;
  if (what === 'window') return `${windowWord(name)}：还没有日期`;
  const offering = offerings.find(({ code }) => code === name);
  return `${offering ? offeringName(offering) : name}：${subjectWord.any(subject)}还没有安排时间`;
}
