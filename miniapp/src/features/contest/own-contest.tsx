import { stageDraws } from '@jikaotong/shared/contract';
import { dayWords, placeWords } from '@jikaotong/shared/words';
import { open, useAnswer } from '../../platform';
import { Cell, Group } from '../../ui';
import { useToday } from '../demonstration';

/** Where one starts in the stages that were drawn and are not over, the latest first. */
export function OwnPlaces({ id }: { id: string }) {
  const answer = useAnswer(stageDraws.listMyPlaces, { params: { id } });
  const today = useToday();
  const places = answer.state === 'ready' ? answer.data.items.filter(({ day }) => day >= today) : [];
  if (places.length === 0) return null;
  return (
    <Group title="抽签结果" foot="请提前到场检录。抽签的种子和全部顺序都公开，可以自己核对。">
      {places.toReversed().map((place) => (
        <Cell
          key={place.stage}
          id={`place-${place.stage}`}
          title={`${place.stageName} ${placeWords(place)}`}
          note={`${dayWords(place.day, today)} ${place.startsAt} 至 ${place.endsAt}，公开名单里的代号 ${place.pseudonym}`}
        />
      ))}
    </Group>
  );
}

export const OwnStagesLink = ({ id }: { id: string }) => (
  <Group>
    <Cell
      id="go-my-stages"
      title="我的比赛"
      note="各阶段的时间、成绩和名次"
      onTap={() => open('/packages/stage/mine/index', { id })}
    />
  </Group>
);

export const OwnAwardsLink = ({ id }: { id: string }) => (
  <Group>
    <Cell id="go-own-awards" title="奖项和申诉" onTap={() => open('/packages/honour/own/index', { id })} />
  </Group>
);
