import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Boundary, Notice, Window } from '@jikaotong/shared/notice';
import { windowWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { Card, OneSource, Source, SpanLine, type StepState, Timeline, TimelineStep } from '../../ui';
import { printedWords } from './printed-words';
import './schedule.scss';

/** When things happen by what is printed, where no session has given them days: in the notice's own words. */
export function PrintedWindows({ notice, today }: { notice: Notice; today: LocalDate }) {
  const told = notice.windows.flatMap((window) => {
    const boundary = toldBy(window);
    return boundary ? [{ window, boundary }] : [];
  });
  if (told.length === 0) return null;
  return (
    <Card>
      <OneSource>
        <Timeline>
          {told.map(({ window, boundary }) => (
            <TimelineStep
              key={window.kind}
              title={windowWord(window.kind)}
              state={stateOf(window, today)}
              word={isDated(window) ? undefined : ''}
              when={
                isDated(window) ? (
                  <SpanLine opens={dayOf(window.opens)} closes={dayOf(window.closes)} today={today} />
                ) : boundary.kind === 'printed' ? (
                  `${boundary.text}（通知原文）`
                ) : (
                  printedWords(boundary.source)
                )
              }
              source={boundary.source}
            >
              {boundary.reading ? (
                <Source of={boundary.reading}>
                  <View className="schedule__line">为什么这样理解</View>
                </Source>
              ) : null}
            </TimelineStep>
          ))}
        </Timeline>
      </OneSource>
    </Card>
  );
}

/** The end of a window that the notice says something about: its table is shown apart, and what staff enter is not printed. */
const toldBy = ({ opens, closes }: Window): Boundary | null =>
  [opens, closes].find((boundary) => boundary && boundary.kind !== 'schedule' && 'clause' in boundary.source) ?? null;

const dayOf = (boundary: Boundary | null): LocalDate | null => (boundary?.kind === 'on' ? boundary.day : null);
const isDated = ({ opens, closes }: Window): boolean => opens?.kind === 'on' || closes?.kind === 'on';

function stateOf(window: Window, today: LocalDate): StepState {
  if (!isDated(window)) return 'unknown';
  const [opens, closes] = [dayOf(window.opens), dayOf(window.closes)];
  if (closes && today > closes) return 'past';
  return opens && opens > today ? 'coming' : 'now';
}
