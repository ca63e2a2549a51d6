import { type UnitView, rosters } from '@jikaotong/shared/contract';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer, useCommand } from '../../platform';
import { useToday } from '../demonstration';
import { Cell, Group, Loaded, RefusalMessage } from '../../ui';

/** Where the unit may hand in for its people, and how, by each notice's own clause. */
export function UnitSessions({ unit }: { unit: UnitView }) {
  const answer = useAnswer(rosters.listUnitSessions, { params: { id: unit.id } });
  const today = useToday();
  const begin = useCommand(rosters.openRoster);
  const go = async (sessionId: string, rosterId: string | null) => {
    if (rosterId !== null) {
      open('/packages/unit/roster/index', { id: rosterId });
      return;
    }
    const reply = await begin.run({ params: { id: unit.id }, body: { sessionId } });
    if (reply.ok) open('/packages/unit/roster/index', { id: reply.data.id });
  };
  return (
    <>
      <Loaded answer={answer}>
        {({ items }) => (
          <Group title="集体报名">
            {items.length === 0 ? <Cell title="现在没有可以报名的批次" note="有新批次时会出现在这里" /> : null}
            {items.map(
              ({ sessionId, sessionName, noticeId, noticeTitle, where, text, allowed, closes, rosterId, waiting }) => (
                <Cell
                  key={sessionId}
                  id={`session-${sessionId}`}
                  title={sessionName}
                  note={
                    <>
                      <View>{noticeTitle}</View>
                      <View>{closes === null ? '截止日期待定' : `${fullDayWords(closes)}截止`}</View>
                      {waiting > 0 ? <View>{waiting} 人填好了，等您收进名单</View> : null}
                      <View>{!allowed ? `这个通知不接受您这类单位。${text}` : where === 'online' ? '' : text}</View>
                    </>
                  }
                  value={
                    !allowed
                      ? '看通知'
                      : rosterId === null
                        ? '开始'
                        : closes !== null && today > closes
                          ? '查看'
                          : '继续'
                  }
                  onTap={() =>
                    !allowed ? open('/pages/notice/index', { id: noticeId }) : void go(sessionId, rosterId)
                  }
                />
              ),
            )}
          </Group>
        )}
      </Loaded>
      <RefusalMessage refusal={begin.refusal} />
    </>
  );
}
