import { type FunnelCut, type FunnelView, type Silence, funnel, sessions } from '@jikaotong/shared/contract';
import { applicantList } from '@jikaotong/shared/lists';
import { cutWord, silenceWord, stepWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer } from '../../platform';
import { Cell, Chips, Columns, Group, Heading, Loaded, Page } from '../../ui';
import { useStaff } from '../staff';
import { FunnelParts } from './funnel-parts';
import { stayedWords } from './funnel-words';

/** What became of everybody who began to apply, who has not answered, and the rates by offering, site and unit. */
export function FunnelScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const { may } = useStaff();
  const [by, setBy] = useState<FunnelCut>('offering');
  const answer = useAnswer(funnel.getFunnel, { params, query: { by } });
  const bodyId = session.state === 'ready' ? session.data.bodyId : undefined;
  const cuts: readonly FunnelCut[] = may({ who: ['reviewer', 'exam-officer', 'administrator'] }, bodyId)
    ? ['offering', 'site', 'unit']
    : ['offering', 'site'];
  const chips = (
    <Chips
      id="cut"
      label="怎样分开统计"
      options={cuts.map((key) => ({ key, text: cutWord(key) }))}
      value={by}
      onChoose={setBy}
    />
  );
  return (
    <Page broad>
      <Heading title="进展与统计">{session.state === 'ready' ? session.data.name : null}</Heading>
      <Loaded answer={answer}>
        {(view) => (
          <Columns
            first={
              <>
                <Silent silent={view.silent} sessionId={sessionId} />
                <Steps view={view} />
              </>
            }
            second={<FunnelParts view={view} chips={chips} />}
          />
        )}
      </Loaded>
    </Page>
  );
}

const SILENT: readonly Exclude<Silence, 'none'>[] = ['returned', 'owing', 'ticket-unopened'];

/** Who was asked for something and has not done it; each leads to the list of them. */
function Silent({ silent, sessionId }: { silent: FunnelView['silent']; sessionId: string }) {
  const { may } = useStaff();
  const some = SILENT.filter((silence) => silent[silence] > 0);
  if (some.length === 0) return null;
  return (
    <Group title="等考生办的" foot="点开看名单，可以选人发消息提醒。">
      {some.map((silence) => (
        <Cell
          key={silence}
          id={`silent-${silence}`}
          title={silenceWord(silence)}
          value={`${silent[silence]} 人`}
          {...(may(applicantList.rows) && {
            onTap: () => open('/packages/review/applicants/index', { session: sessionId, silence }),
          })}
        />
      ))}
    </Group>
  );
}

function Steps({ view: { steps } }: { view: FunnelView }) {
  return (
    <Group title="每一步到了多少人" foot="每一步的人数，等于走到下一步的人数，加上停在这一步的各种人。">
      {steps.map(({ step, people, presumed, stayed }) => (
        <Cell
          key={step}
          id={`step-${step}`}
          title={stepWord(step)}
          note={
            <>
              {presumed > 0 ? <View>{`其中 ${presumed} 人按成绩推定`}</View> : null}
              {stayed.length > 0 ? <View>停在这一步：{stayedWords(stayed)}</View> : null}
            </>
          }
          value={`${people} 人`}
        />
      ))}
    </Group>
  );
}
