import { portraits, rulings, sessions } from '@jikaotong/shared/contract';
import { type ListRow, reviewList } from '@jikaotong/shared/lists';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { applicationStateWord, dayWords, doubtWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, reloadScreens, useAnswer, useOnShow } from '../../platform';
import { Cell, Group, NoticeBar, Tag } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { momentWords, useStaff } from '../staff';
import { REVIEW_OVER_MANY_WORDS } from './review-over';
import { REVIEW_TONES } from './review-tones';
import { ReasonsField } from './return-reasons';
import { beginQueue } from './review-queue';

type Row = ListRow<typeof reviewList>;

/** The applications of a session, oldest first; those that raise no question can be approved together. */
export function ReviewsScreen({ sessionId }: { sessionId: string }) {
  const { may } = useStaff();
  const today = useToday();
  const session = useAnswer(sessions.getStaffSession, { params: { id: sessionId } });
  // colleagues decide at the same time
  useOnShow(() => void reloadScreens());
  const bodyId = session.state === 'ready' ? session.data.bodyId : undefined;
  const mayDecide = may({ who: reviewList.acts.approve.who }, bodyId);
  const counts = useAnswer(reviewList.counts, { params: { id: sessionId }, query: { state: 'submitted' } });
  const waiting = counts.state === 'ready' ? counts.data.total : 0;
  const lastDay =
    session.state === 'ready'
      ? (spanOf(session.data.windows, 'payment').closes ?? spanOf(session.data.windows, 'application').closes)
      : null;
  const overdue = waiting > 0 && lastDay !== null && today > lastDay ? lastDay : null;
  const cardOf = ({ name, phone, offering, submittedAt, state, doubts, unit }: Row) => ({
    title: `${name}（手机尾号 ${phone?.slice(-4) ?? '无'}）`,
    note: (
      <>
        <View>{offering}</View>
        {unit ? <View>{unit}</View> : null}
        <View>
          {momentWords(submittedAt, today)} 提交
          {state === 'submitted'
            ? doubts.filter((doubt) => doubt !== 'clear').map((doubt) => `　${doubtWord(doubt)}`)
            : ''}
        </View>
      </>
    ),
    value:
      state === 'submitted' ? (
        doubts.includes('case') ? (
          <Tag text="待核查" tone="stop" />
        ) : undefined
      ) : (
        <Tag text={applicationStateWord(state)} tone={REVIEW_TONES[state]} />
      ),
  });
  return (
    <ListView
      key={sessionId}
      list={reviewList}
      id={sessionId}
      unit="份"
      about={session.state === 'ready' ? session.data.name : '先提交的排在前面。'}
      notice={
        <>
          {overdue ? (
            <NoticeBar tone="stop" title={`${dayWords(overdue, today)}以前没有审核完的，还有 ${waiting} 份`}>
              {REVIEW_OVER_MANY_WORDS}
            </NoticeBar>
          ) : null}
          <WordsToDecide sessionId={sessionId} />
          <PhotosToSee sessionId={sessionId} waiting={waiting} />
        </>
      }
      begin={{ state: 'submitted' }}
      actsOffered={mayDecide ? (overdue ? ['rejectUnreviewed'] : ['approve', 'return', 'reopen']) : []}
      asks={{ return: { Form: ReasonsField } }}
      empty={{ title: '都审完了', text: '有新的报名会出现在这里。' }}
      asideAtDesk={['decidedAt', 'verdict', 'day']}
      card={cardOf}
      tones={{ state: REVIEW_TONES }}
      elementId={({ id }) => `review-${id}`}
      onOpen={({ id }, asked) => {
        beginQueue(sessionId, asked);
        open('/packages/review/review/index', { id, session: sessionId, ...asked });
      }}
    />
  );
}

/** Photos are looked at side by side: how many nobody has seen, and whom that leaves to be approved together. */
function PhotosToSee({ sessionId, waiting }: { sessionId: string; waiting: number }) {
  const query = { state: 'submitted', doubts: 'clear' };
  const clear = useAnswer(reviewList.counts, { params: { id: sessionId }, query });
  const answer = useAnswer(portraits.listPortraits, { params: { id: sessionId }, query: { of: 'unseen', limit: 1 } });
  const counts = answer.state === 'ready' ? answer.data.counts : null;
  if (counts === null || counts.all === 0) return null;
  return (
    <Group>
      <Cell
        id="go-portraits"
        title="看照片"
        note={
          counts.unseen > 0
            ? `${counts.unseen} 张没看过；看过以后，没有疑点的才能一起通过`
            : `${counts.all} 张都看过了${clear.state === 'ready' ? seenWords(clear.data.total, waiting) : ''}`
        }
        onTap={() => open('/packages/review/portraits/index', { session: sessionId })}
      />
    </Group>
  );
}

/** Only who raises no question can be approved with others. */
const seenWords = (clear: number, waiting: number): string =>
  clear === 0
    ? '；等审核的都有疑点，请逐份看'
    : `，没有疑点的 ${clear} 份可以一起通过${clear < waiting ? `，其余 ${waiting - clear} 份逐份看` : ''}`;

/** Words that many may have written are decided once: where they are. */
function WordsToDecide({ sessionId }: { sessionId: string }) {
  const answer = useAnswer(rulings.listDoubtedWords, { params: { id: sessionId } });
  const undecided = answer.state === 'ready' ? answer.data.items.filter(({ ruling }) => ruling === null) : [];
  const isAny = answer.state === 'ready' && answer.data.items.length > 0;
  if (!isAny) return null;
  const people = undecided.reduce((sum, { waiting }) => sum + waiting, 0);
  return (
    <Group>
      <Cell
        id="go-doubted-words"
        title="职业、专业认定"
        note={
          undecided.length > 0
            ? `${undecided.length} 个职业或专业通知没有列出，${people} 份报名填写了，可以一次认定`
            : '都认定过了，可以查看或撤回'
        }
        onTap={() => open('/packages/review/doubted-words/index', { session: sessionId })}
      />
    </Group>
  );
}
