import { demonstration } from '@jikaotong/shared/contract';
import { dayWords, demonstrationEvent } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { SAYS_DEMONSTRATION, toast, useAnswer, useCommand } from '../../platform';
import { TextButton, refusalWords } from '../../ui';
import './clock-bar.scss';

/** The demonstration's clock above every page; it stands still until somebody moves it on. Absent in production. */
export function ClockBar() {
  const answer = useAnswer(demonstration.getDemonstration, {});
  const advance = useCommand(demonstration.advanceDemonstration);
  // its place is kept while it is asked, so that nothing moves down when it comes
  if (answer.state === 'loading' && SAYS_DEMONSTRATION) return <View className="clock-bar" />;
  if (answer.state !== 'ready' || !answer.data.on) return null;

  const { day, time, next } = answer.data;
  const moveOn = async () => {
    const reply = await advance.run({ body: {} });
    if (!reply.ok && reply.code !== 'offline') toast(await refusalWords(reply));
  };
  return (
    <View className="clock-bar">
      <View className="clock-bar__text">
        <View className="clock-bar__now">
          演示时间 {dayWords(day, day)} {time}
        </View>
        {next ? (
          <View className="clock-bar__next">
            下一事件 {dayWords(next.day, day)} {demonstrationEvent(next.what)}
          </View>
        ) : (
          <Text className="clock-bar__next">后面没有新的事项</Text>
        )}
      </View>
      {next ? (
        <TextButton
          id="clock-advance"
          text={advance.busy ? '推进中…' : '下一事件 ›'}
          label="把演示时间推进到下一事件"
          onTap={() => void moveOn()}
        />
      ) : null}
    </View>
  );
}
