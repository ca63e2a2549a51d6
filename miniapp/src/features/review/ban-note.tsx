import { type ReviewView, bans } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { NoticeBar, Source, TextButton } from '../../ui';
import { useStaff } from '../staff';

/** That the register of bans knows whoever applies, before anybody decides; nothing where it does not. */
export function BanNote({ review: { id, bodyId, state } }: { review: ReviewView }) {
  const { may } = useStaff();
  const sees = may(bans.getBanOfCandidate, bodyId);
  const answer = useAnswer(bans.getBanOfCandidate, { params: { id } }, { enabled: sees });
  const ban = answer.state === 'ready' ? answer.data.ban : null;
  if (!ban) return null;
  return (
    <NoticeBar tone="stop" title="违纪处理中不得参加的人">
      <View id="ban-note">
        {fullDayWords(ban.from)}到{fullDayWords(ban.until)}（含当日）不得参加本机构的评价和竞赛
        {state === 'submitted' ? '，不能通过' : ''}。
      </View>
      <Source of={ban.source}>处理依据</Source>
      {may(bans.getBan, bodyId) ? (
        <TextButton id="see-ban" text="看处理记录" onTap={() => open('/packages/conduct/ban/index', { id: ban.id })} />
      ) : null}
    </NoticeBar>
  );
}
