import type { StaffSessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dayWords, subjectWord } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { BigButton, DayField, Group, PickField } from '../../ui';
import { useToday } from '../demonstration';
import { offeringName } from '../notice';
import { type ExamPaperDraft, type PlacesDraft, isLeftOpen } from './places-draft';
import { TimeInput } from './time-input';
import './papers-editor.scss';

type Props = {
  session: StaffSessionView;
  draft: PlacesDraft;
  /** The exam days. */
  days: readonly LocalDate[];
  /** People are seated: only what was left to later can still be set. */
  onlyLater?: boolean;
  onChange: (papers: readonly ExamPaperDraft[]) => void;
  onUsual: () => void;
};

/** When and where each subject of each offering is examined. */
export function ExamPapersEditor({ session, draft, days, onlyLater = false, onChange, onUsual }: Props) {
  const today = useToday();
  const { sites, papers } = draft;
  const shown = papers.filter(({ later }) => !onlyLater || later);
  const hasBlank = shown.some((paper) => !isLeftOpen(paper) && (!paper.startsAt || !paper.endsAt));
  const set = (paper: ExamPaperDraft, part: Partial<ExamPaperDraft>) =>
    onChange(papers.map((other) => (other === paper ? { ...paper, ...part } : other)));
  const siteNames = sites.map(({ name }) => name).filter((name) => name !== '');
  return (
    <>
      {hasBlank ? (
        <View className="papers__usual">
          <BigButton id="usual-hours" text="按常用时间填好各科" tone="plain" onTap={onUsual} />
          <View className="papers__hint">理论 9:00–10:30，操作 13:00–15:00，评审 15:30–16:30；填好后还能改</View>
        </View>
      ) : null}
      {session.offerings
        .filter(({ code }) => shown.some(({ offeringCode }) => offeringCode === code))
        .map((offering) => (
          <Group key={offering.code} title={offeringName(offering)}>
            {shown
              .filter(({ offeringCode }) => offeringCode === offering.code)
              .map((paper) => {
                const id = `paper-${paper.offeringCode}-${paper.subject}`;
                const name = subjectWord(paper.subject);
                return (
                  <View key={paper.subject} className="paper">
                    <View className="paper__subject">{name}</View>
                    {paper.later ? <View className="papers__hint">通知写明时间另行通知：还没定就空着</View> : null}
                    <View className="paper__line">
                      <View className="paper__time">
                        <TimeInput
                          id={`${id}-from`}
                          label={`${name}开始时间`}
                          value={paper.startsAt}
                          onChange={(startsAt) => set(paper, { startsAt })}
                        />
                      </View>
                      <Text className="paper__to">至</Text>
                      <View className="paper__time">
                        <TimeInput
                          id={`${id}-to`}
                          label={`${name}结束时间`}
                          value={paper.endsAt}
                          onChange={(endsAt) => set(paper, { endsAt })}
                        />
                      </View>
                    </View>
                    {paper.later ? (
                      <DayField
                        id={`${id}-day`}
                        label="日期"
                        value={paper.day || null}
                        earliest={session.examStart}
                        startAt={session.examStart}
                        onChange={(day) => set(paper, { day })}
                      />
                    ) : days.length > 1 ? (
                      <PickField
                        id={`${id}-day`}
                        label="日期"
                        options={days.map((day) => ({ key: day, text: dayWords(day, today) }))}
                        value={days.find((day) => day === paper.day) ?? null}
                        onChange={(day) => set(paper, { day })}
                      />
                    ) : null}
                    {siteNames.length > 1 ? (
                      <PickField
                        id={`${id}-site`}
                        label="考点"
                        options={siteNames.map((text) => ({ key: text, text }))}
                        value={siteNames.includes(paper.siteName) ? paper.siteName : null}
                        onChange={(siteName) => set(paper, { siteName })}
                      />
                    ) : (
                      <View className="paper__where">
                        {paper.later ? '' : `${dayWords(days[0] ?? session.examStart, today)} · `}
                        {siteNames[0] ?? '先添加考点'}
                      </View>
                    )}
                  </View>
                );
              })}
          </Group>
        ))}
    </>
  );
}
