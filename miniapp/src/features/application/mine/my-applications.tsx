import { type ApplicationSummary, applications } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openTab, useAnswer, useOnShow } from '../../../platform';
import { Empty, Loaded, TextButton } from '../../../ui';
import { useToday } from '../../demonstration';
import { nextStepOf } from '../next-step';
import { ApplicationCard } from './application-card';
import '../application.scss';

const ENDED = ['withdrawn', 'void'];

/** My applications, those I can do something about first; given-up ones are folded away. */
export function MyApplications() {
  const answer = useAnswer(applications.listMyApplications, { query: {} });
  const today = useToday();
  const [all, setAll] = useState(false);
  useOnShow(() => {
    if (answer.state === 'ready') answer.refresh();
  });
  return (
    <Loaded answer={answer} rows={2}>
      {({ items }) => {
        const live = items.filter(({ progress }) => !ENDED.includes(progress.stage));
        const ended = items.filter(({ progress }) => ENDED.includes(progress.stage));
        return (
          <>
            {live.length === 0 ? (
              <Empty title="还没有申报" action="去看通知" onAction={() => openTab('/pages/notices/index')}>
                在通知里选好项目，就可以开始申报。
              </Empty>
            ) : null}
            {inOrder(live).map((application) => (
              <ApplicationCard key={application.id} of={application} today={today} />
            ))}
            {all
              ? ended.map((application) => <ApplicationCard key={application.id} of={application} today={today} />)
              : null}
            {ended.length > 0 ? (
              <View className="row-of-texts">
                <TextButton
                  id="ended-applications"
                  text={all ? '收起已撤回的申报' : `已撤回的申报 ${ended.length} 份`}
                  onTap={() => setAll(!all)}
                />
              </View>
            ) : null}
          </>
        );
      }}
    </Loaded>
  );
}

/** Whatever waits for the candidate comes first, otherwise as the server lists it. */
const inOrder = (items: readonly ApplicationSummary[]): readonly ApplicationSummary[] => [
  ...items.filter(waitsForHer),
  ...items.filter((item) => !waitsForHer(item)),
];

const waitsForHer = (item: ApplicationSummary): boolean => (nextStepOf(item)?.until ?? null) !== null;
