import { contests, stages } from '@jikaotong/shared/contract';
import { dayWords } from '@jikaotong/shared/words';
import { useAnswer } from '../../platform';
import { NoticeBar } from '../../ui';
import { useToday } from '../demonstration';

/** The heats of a stage are drawn: whoever plans its rooms now is told when people stand at their stations. */
export function DrawnHeats({ stageId, noticeId }: { stageId: string; noticeId: string }) {
  const today = useToday();
  const desk = useAnswer(stages.getStageDesk, { params: { id: stageId } });
  const stage = desk.state === 'ready' ? desk.data.code : 'preliminary';
  const held = useAnswer(
    contests.getStageHoldings,
    { params: { id: noticeId, stage } },
    { enabled: desk.state === 'ready' },
  );
  if (desk.state !== 'ready' || held.state !== 'ready' || held.data.drawn === 0) return null;
  const { drawn, firstHeat } = held.data;
  return (
    <NoticeBar tone="warn" title="场次和工位已经抽签">
      {`${drawn}名选手的场次已经排定${firstHeat ? `，最早在${dayWords(firstHeat, today)}` : ''}。考场考试的时间要与场次错开；有人同一时间既要考试又要上工位的，排座时办不成。`}
    </NoticeBar>
  );
}
