import { type ReplyOf, type StaffSessionView, notices, sessionChanges, sessions } from '@jikaotong/shared/contract';
import { addDays, daysBetween } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import { choiceDayFault, dayBehind } from '@jikaotong/shared/rules/calendar';
import { dayWords, examDaysWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { backOr, confirm, scrollToFault, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Check, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page } from '../../ui';
import { useToday } from '../demonstration';
import { Incomplete } from './incomplete';
import { BLANK_MOVE, dayOf, movedDaysOf } from './move-draft';
import { MoveDays } from './move-days';
import { MovePreview } from './move-preview';
import { ExamPapersEditor } from './exam-papers-editor';
import { type ExamPaperDraft, placesDraftOf, placesFaults, placesOf, withUsualHours } from './places-draft';
import { toldBy } from './reach-group';
import { ReasonGroup } from './reason-group';

/** Moves a published session: new days, what follows from them, whom it reaches, why, and once more in words. */
export function MoveScreen({ id }: { id: string }) {
  const answer = useAnswer(sessions.getStaffSession, { params: { id } });
  const noticeId = answer.state === 'ready' ? answer.data.noticeId : '';
  const notice = useAnswer(notices.getNotice, { params: { id: noticeId } }, { enabled: noticeId !== '' });
  if (answer.state === 'ready' && notice.state === 'ready') {
    return <Move session={answer.data} notice={notice.data.notice} />;
  }
  return (
    <Page>
      <Loaded answer={answer.state === 'ready' ? notice : answer}>{() => null}</Loaded>
    </Page>
  );
}

type Preview = ReplyOf<typeof sessionChanges.previewSessionChange>;

function Move({ session, notice }: { session: StaffSessionView; notice: Notice }) {
  const today = useToday();
  const [draft, setDraft] = useState(BLANK_MOVE);
  const [papers, setPapers] = useState<readonly ExamPaperDraft[] | null>(null);
  const [reason, setReason] = useState('');
  const [choiceUntil, setChoiceUntil] = useState<string | null>(null);
  const [agreed, setAgreed] = useState(false);
  const [shown, setShown] = useState(false);
  const days = movedDaysOf(draft);
  const behind = days && dayBehind(days, today);
  const query = days ?? {};
  const preview = useAnswer(
    sessionChanges.previewSessionChange,
    { params: { id: session.id }, query },
    { enabled: days !== null && !behind },
  );
  const move = useCommand(sessionChanges.moveSession);
  const seen = !behind && preview.state === 'ready' && preview.data.move ? preview.data : null;
  const places = papers && { sites: placesDraftOf(session, notice).sites, papers };
  const faults = places ? placesFaults(places) : [];
  const until = dayOf(choiceUntil);
  const mayChoose = days && until && !choiceDayFault(until, today, days.examStart);
  const isComplete = reason.trim() !== '' && mayChoose && faults.length === 0;

  const send = async ({ revision, reach, move: planned }: Preview) => {
    setShown(true);
    const assumptions = toConfirm(planned);
    if (!days || !until || !isComplete || (assumptions.length > 0 && !agreed)) {
      scrollToFault();
      return;
    }
    const sure = await confirm({
      title: '确定改期？',
      text: `考试由${examDaysWords(session, today)}改到${examDaysWords(days, today)}。${toldBy(reach)}人会收到消息，可以在${dayWords(until, today)}以前选择。${reach.ticketed > 0 ? `${reach.ticketed}张准考证作废，按新日期重发。` : ''}`,
      yes: '确定改期',
      no: '返回',
    });
    if (!sure) return;
    const given = places && placesOf(places);
    const body = {
      ...days,
      revision,
      reason: reason.trim(),
      choiceUntil: until,
      assumptions: assumptions.map(({ path }) => path),
      ...(given ? { places: given } : {}),
    };
    const reply = await move.run({ params: { id: session.id }, body });
    if (!reply.ok) return;
    toast('已改期，已通知考生');
    backOr('/packages/staff/session/index', { id: session.id });
  };
  return (
    <Page
      action={
        seen ? (
          <>
            <RefusalMessage refusal={move.refusal} />
            <Incomplete refusal={move.refusal} session={session} />
            {shown && !isComplete ? <NoticeBar tone="stop">还有没填好的，请看标红的地方</NoticeBar> : null}
            <BigButton id="move-session" text="改期并通知考生" busy={move.busy} onTap={() => void send(seen)} />
          </>
        ) : undefined
      }
    >
      <Heading title="改期">
        <View>{session.name}</View>
        <View>现在的考试日期 {examDaysWords(session, today)}</View>
      </Heading>
      <MoveDays
        session={session}
        draft={draft}
        today={today}
        onChange={(next) => {
          setDraft(next);
          setPapers(null);
        }}
      />
      {!days || behind ? null : preview.state === 'refused' && preview.refusal.code === 'window-order-wrong' ? (
        <RefusalMessage refusal={preview.refusal} />
      ) : (
        <Loaded answer={preview} rows={4}>
          {(data) => <MovePreview preview={data} today={today} />}
        </Loaded>
      )}
      {seen?.move && days ? (
        <>
          <Group
            title="各科时间和考点"
            foot={papers ? null : '不改就沿用原来的钟点和考点，随考试日期顺延；考场座位重新安排。'}
          >
            <Check
              id="change-papers"
              text="各科时间或考点也要改"
              checked={papers !== null}
              onChange={(yes) => setPapers(yes ? (seen.move?.papers ?? []) : null)}
            />
          </Group>
          {places ? (
            <ExamPapersEditor
              session={session}
              draft={places}
              days={Array.from({ length: daysBetween(days.examStart, days.examEnd) + 1 }, (_, place) =>
                addDays(days.examStart, place),
              )}
              onChange={setPapers}
              onUsual={() => setPapers(withUsualHours(places, days.examStart).papers)}
            />
          ) : null}
          {shown && faults.length > 0 ? (
            <NoticeBar tone="stop">
              {faults.map((fault) => (
                <View key={fault}>{fault}</View>
              ))}
            </NoticeBar>
          ) : null}
          {toConfirm(seen.move).length > 0 ? (
            <Group title="通知没有写明、按下列理由推定的">
              {reasonsIn(toConfirm(seen.move)).map((why) => (
                <View key={why} className="move__why">
                  {why}
                </View>
              ))}
              <Check id="agree-assumptions" text="以上推定都看过，确认" checked={agreed} onChange={setAgreed} />
            </Group>
          ) : null}
          <ReasonGroup
            reason={reason}
            onReason={setReason}
            choiceUntil={choiceUntil}
            onChoiceUntil={setChoiceUntil}
            today={today}
            shown={shown}
            examStart={days.examStart}
            hint="建议在新准考证发放以前；不选的按新日期参加。"
          />
        </>
      ) : null}
    </Page>
  );
}

/** Those that were not taken as true for another session already. */
const toConfirm = (planned: Preview['move']): NonNullable<Preview['move']>['assumptions'] =>
  planned?.assumptions.filter(({ before }) => before === null) ?? [];

/** One reason may carry several leaves; it is read once. */
const reasonsIn = (assumptions: readonly { readonly reason: string }[]): readonly string[] => [
  ...new Set(assumptions.map(({ reason }) => reason)),
];
