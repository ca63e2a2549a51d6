import { type DutyCode, type StaffSessionView, overview, sessions } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { dutyWord, examDaysAndDistanceWords, roleWord, sessionStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useAnswer } from '../../platform';
import { BigButton, Card, Tag, Tappable } from '../../ui';
import { stateTone } from '../notice';
import { useStaff } from '../staff';
import { unpaidOf } from './counts';
import { ownDutyPage, roleFor } from './duty';
import { dueWords, dutyTitle } from './duties';
import { type SetUpStep, SET_UP_WORDS, isShown, nextSetUpStep } from './set-up';
import './work-card.scss';

type Props = { session: StaffSessionView; today: LocalDate };

/** One session on the workbench: where it stands and the one next thing. */
export function WorkCard({ session, today }: Props) {
  const step = nextSetUpStep(session);
  return (
    <Card>
      <Tappable
        id={`session-${session.id}`}
        className="work-card__head"
        onTap={() => open('/packages/staff/session/index', { id: session.id })}
      >
        <View className="work-card__main">
          <View className="work-card__name">{session.name}</View>
          <View className="work-card__note">考试 {examDaysAndDistanceWords(session, today)}</View>
        </View>
        <Tag
          text={isShown(session) ? sessionStateWord(session.state) : '未发布'}
          tone={isShown(session) ? stateTone(session.state) : 'warn'}
        />
        <View className="work-card__arrow" />
      </Tappable>
      {step ? <NextSetUp session={session} step={step} /> : <NextDuty session={session} today={today} />}
    </Card>
  );
}

function NextSetUp({ session, step }: { session: StaffSessionView; step: SetUpStep }) {
  const { may } = useStaff();
  if (!may(sessions.updateSession, session.bodyId)) {
    return <View className="work-card__note">考务员正在准备，下一步：{SET_UP_WORDS[step]}</View>;
  }
  const go = () =>
    step === 'publish'
      ? open('/packages/staff/session/index', { id: session.id })
      : open(
          step === 'places' ? '/packages/planning/session-places/index' : '/packages/planning/session-windows/index',
          {
            id: session.id,
          },
        );
  return <BigButton id={`next-${session.id}`} text={SET_UP_WORDS[step]} onTap={go} />;
}

/** The most urgent duty of those that are the person's own; else what the others are at. */
function NextDuty({ session, today }: Props) {
  const { may } = useStaff();
  const answer = useAnswer(overview.getSessionCounts, { params: { id: session.id } });
  if (answer.state !== 'ready') return null;
  const { submitted, paid, certified, duties } = answer.data;
  const pageOf = (code: DutyCode) => ownDutyPage(code, (by) => may(by, session.bodyId));
  const own = duties.find(({ code }) => pageOf(code));
  const dutyPage = own ? pageOf(own.code) : null;
  const [other] = duties;
  return (
    <>
      <View className="work-card__counts">
        {[
          `待审核 ${submitted}`,
          `待缴费 ${unpaidOf(answer.data)}`,
          `已缴费 ${paid}`,
          ...(certified > 0 ? [`已发证 ${certified}`] : []),
        ].join(' · ')}
      </View>
      {own && dutyPage ? (
        <>
          <View className={own.overdue ? 'work-card__due work-card__due--over' : 'work-card__due'}>
            {dueWords(own, today)}
          </View>
          <BigButton
            id={`next-${session.id}`}
            text={dutyTitle(own)}
            onTap={() => open(dutyPage.page, { ...dutyPage.asks, session: session.id, id: session.id })}
          />
        </>
      ) : (
        <View className="work-card__note">
          {other ? `没有您要办的事。${byWords(other.code)}：${dutyWord(other.code)}` : '没有要办的事'}
        </View>
      )}
    </>
  );
}

/** `等审核员`: whom a duty waits for. */
function byWords(code: DutyCode): string {
  const role = roleFor(code);
  return role === null ? '还有' : `等${roleWord(role)}`;
}
