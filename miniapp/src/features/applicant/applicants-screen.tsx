import { type Standing, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { type ListRow, applicantList, reviewList } from '@jikaotong/shared/lists';
import { silenceWord, standingWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { Cell, Group, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { TELLING } from './telling';

type Row = ListRow<typeof applicantList>;

const STANDING_TONES: Readonly<Partial<Record<Standing, Tone>>> = {
  submitted: 'info',
  returned: 'warn',
  owing: 'warn',
  transfer: 'info',
  present: 'go',
  passed: 'go',
  absent: 'warn',
  'refund-due': 'warn',
};

/** Everybody who handed in to a session, wherever they stand; who was asked for something and has not done it is a filter. */
export function ApplicantsScreen({ sessionId }: { sessionId: string }) {
  const { may } = useStaff();
  const today = useToday();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  const bodyId = session.state === 'ready' ? session.data.bodyId : undefined;
  const mayReview = may(reviewList.rows, bodyId);
  const isChanged = session.state === 'ready' && session.data.changes.length > 0 && today < session.data.examStart;
  // whoever sees no applications has a page of the candidate without it
  const plans = !mayReview && may(sessionChanges.getPaidLeaving, bodyId);
  const cardOf = ({ name, phone, offering, standing, silence, ticketNumber, ticketOpenedAt }: Row) => ({
    title: `${name}（手机尾号 ${phone?.slice(-4) ?? '无'}）`,
    note: (
      <>
        <View>{offering}</View>
        {ticketNumber === null ? null : (
          <View>
            准考证 {ticketNumber}，
            {ticketOpenedAt === null ? '没有打开过' : `${momentWords(ticketOpenedAt, today)} 打开`}
          </View>
        )}
        {silence === 'none' || silence === 'ticket-unopened' ? null : <View>{silenceWord(silence)}</View>}
      </>
    ),
    value: <Tag text={standingWord(standing)} tone={STANDING_TONES[standing] ?? 'quiet'} />,
  });
  return (
    <ListView
      key={sessionId}
      list={applicantList}
      id={sessionId}
      unit="人"
      about={
        session.state === 'ready'
          ? `${session.data.name}${plans ? (isChanged ? '　点考生可以记下其选择' : '　点考生看这个人，可以登记违纪、办理退出') : ''}`
          : null
      }
      empty={{ title: '还没有人提交报名', text: '考生提交后，不论办到哪一步都在这里。' }}
      card={cardOf}
      tones={{ standing: STANDING_TONES }}
      asks={{ tell: TELLING }}
      notice={
        <Group>
          <Cell
            id="go-told"
            title="发过的消息"
            note="发给了谁，送到没有"
            onTap={() => open('/packages/review/told/index', { session: sessionId })}
          />
        </Group>
      }
      asideAtDesk={['submittedAt']}
      elementId={({ id }) => `applicant-${id}`}
      {...(mayReview && { onOpen: ({ id }: Row) => open('/packages/review/review/index', { id }) })}
      {...(plans && { onOpen: ({ id }: Row) => open('/packages/review/answer/index', { id }) })}
    />
  );
}
