import { type ApplicationSummary, contestEntries, registrations } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { type Answer, openTab, useAnswer, useOnShow } from '../../../platform';
import { Empty, KeptNote, Loaded, TextButton } from '../../../ui';
import { useToday } from '../../demonstration';
import { nextStepOf } from '../next-step';
import { ApplicationCard } from './application-card';
import { EntryCard } from './entry-card';
import { NewerCard } from './newer-card';
import { RegistrationCard } from './registration-card';
import { useMyApplications } from './use-my-applications';
import '../application.scss';

const ENDED: readonly ApplicationSummary['progress']['stage'][] = ['withdrawn', 'void'];

/**
 * My applications and entries, those I can do something about first; given-up ones are folded away. `after` comes below them;
 * whoever has none, and was entered by a unit, is not sent to enter.
 */
export function MyApplications({ after, enteredByUnit }: { after: ReactNode; enteredByUnit: boolean }) {
  const mine = useMyApplications();
  const entries = useAnswer(contestEntries.listMyEntries, {});
  const elsewhere = useAnswer(registrations.listMyRegistrations, {});
  const today = useToday();
  const [all, setAll] = useState(false);
  useOnShow(() => {
    for (const one of [mine, entries, elsewhere]) if (one.state === 'ready') one.refresh();
  });
  const answer = allOf(mine, entries, elsewhere);
  return (
    <>
      <KeptNote keptAt={answer.state === 'ready' ? answer.keptAt : undefined} />
      <Loaded answer={answer}>
        {([
          {
            page: { items },
            newer,
          },
          { items: entered },
          { items: followed },
        ]) => {
          const live = items.filter(({ progress }) => !ENDED.includes(progress.stage));
          const liveEntries = entered.filter(({ state }) => state !== 'withdrawn');
          const liveRecords = followed.filter(({ state }) => state !== 'dropped');
          const ended = {
            applications: items.filter(({ progress }) => ENDED.includes(progress.stage)),
            entries: entered.filter(({ state }) => state === 'withdrawn'),
            records: followed.filter(({ state }) => state === 'dropped'),
          };
          const count = ended.applications.length + ended.entries.length + ended.records.length;
          return (
            <>
              {live.length + newer.length + liveEntries.length + liveRecords.length === 0 && !enteredByUnit ? (
                <Empty title="还没有报名" action="去看通知" onAction={() => openTab('/pages/notices/index')}>
                  在通知里选好项目或竞赛，就可以开始报名。
                </Empty>
              ) : null}
              {inOrder(live).map((application) => (
                <ApplicationCard key={application.id} of={application} today={today} />
              ))}
              {newer.map((row, at) => (
                <NewerCard key={at} of={row} />
              ))}
              {liveEntries.map((entry) => (
                <EntryCard key={entry.id} of={entry} today={today} />
              ))}
              {liveRecords.map((record) => (
                <RegistrationCard key={record.noticeId} of={record} today={today} />
              ))}
              {all ? (
                <>
                  {ended.applications.map((application) => (
                    <ApplicationCard key={application.id} of={application} today={today} />
                  ))}
                  {ended.entries.map((entry) => (
                    <EntryCard key={entry.id} of={entry} today={today} />
                  ))}
                  {ended.records.map((record) => (
                    <RegistrationCard key={record.noticeId} of={record} today={today} />
                  ))}
                </>
              ) : null}
              {count > 0 ? (
                <View className="row-of-texts">
                  <TextButton
                    id="ended-applications"
                    text={all ? '收起已撤回的' : `已撤回的 ${count} 份`}
                    onTap={() => setAll(!all)}
                  />
                </View>
              ) : null}
            </>
          );
        }}
      </Loaded>
      {answer.state === 'loading' ? null : after}
    </>
  );
}

/** Three answers as one: the first that is not ready speaks for all. */
function allOf<A, B, C>(a: Answer<A>, b: Answer<B>, c: Answer<C>): Answer<readonly [A, B, C]> {
  if (a.state !== 'ready') return a;
  if (b.state !== 'ready') return b;
  if (c.state !== 'ready') return c;
  const kept = [a, b, c].flatMap(({ keptAt }) => keptAt ?? []);
  return {
    state: 'ready',
    data: [a.data, b.data, c.data],
    refresh: () => [a, b, c].forEach((one) => one.refresh()),
    keptAt: kept.length > 0 ? Math.min(...kept) : undefined,
  };
}

/** Whatever waits for the candidate comes first, otherwise as the server lists it. */
const inOrder = (items: readonly ApplicationSummary[]): readonly ApplicationSummary[] => [
  ...items.filter(waitsForCandidate),
  ...items.filter((item) => !waitsForCandidate(item)),
];

const waitsForCandidate = (item: ApplicationSummary): boolean => (nextStepOf(item)?.until ?? null) !== null;
