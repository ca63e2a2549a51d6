import { breachCases, sessionChanges } from '@jikaotong/shared/contract';
import { applicationStateWord, stageWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Heading, Loaded, Page, Tag } from '../../ui';
import { offeringName } from '../notice';
import { useStaff } from '../staff';
import { AttendancePart } from './attendance-part';
import { LeavingPart } from './leaving-part';
import { REVIEW_TONES } from './review-tones';

/** One candidate as whoever plans the exam sees them, without the application: where they stand, and what can be done. */
export function OneCandidate({ id }: { id: string }) {
  const answer = useAnswer(sessionChanges.getPaidLeaving, { params: { id } });
  return (
    <Page>
      <Loaded answer={answer}>
        {({ candidateName, offering, sessionName, state, stage, bodyId }) => (
          <>
            <Heading title={candidateName}>
              <View>{offeringName(offering)}</View>
              <View>{sessionName}</View>
              <Tag
                text={state === 'approved' ? stageWord(stage) : applicationStateWord(state)}
                tone={REVIEW_TONES[state]}
              />
            </Heading>
            {state === 'approved' ? <AttendancePart id={id} /> : null}
            <CandidateActs id={id} bodyId={bodyId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** To let them leave, and to record a breach where the notice or the body prints what counts as one. */
export function CandidateActs({ id, bodyId }: { id: string; bodyId: string }) {
  const { may } = useStaff();
  const enabled = may(breachCases.openBreach, bodyId);
  const items = useAnswer(breachCases.listBreachItems, { params: { id }, query: {} }, { enabled });
  return (
    <>
      <LeavingPart id={id} bodyId={bodyId} />
      {items.state === 'ready' && items.data.items.length > 0 ? (
        <Group>
          <Cell
            id="open-breach-of"
            title="登记违纪"
            note="按通知印的条款立案，也可以登记考后发现的"
            onTap={() => open('/packages/conduct/open/index', { application: id })}
          />
        </Group>
      ) : null}
    </>
  );
}
