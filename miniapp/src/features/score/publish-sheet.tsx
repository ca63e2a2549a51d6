import { type ReplyOf, type StaffSessionView, notices, results } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { windowOf, windowsOf } from '@jikaotong/shared/rules/calendar';
import { dayWords, offeringWords, subjectWord, windowWarningSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Check, Group, Loaded, RefusalMessage, NoticeBar, Sheet } from '../../ui';
import { useToday } from '../demonstration';
import { useCalendar } from '../session';
import { momentWords } from '../staff';
import { earlySentence } from './early-sentence';
import { hasPeople } from './has-people';

type Props = {
  session: Pick<StaffSessionView, 'examEnd'>;
  today: LocalDate;
  /** Of somebody every subject is marked. */
  some: boolean;
};

/** What the button says, and whether it may be tapped yet. */
export function publishStep({ session, today, some }: Props): { text: string; disabled: boolean } {
  if (today <= session.examEnd) return { text: '考试结束后可以发布', disabled: true };
  return some ? { text: '发布成绩', disabled: false } : { text: '成绩登记齐后可以发布', disabled: true };
}

/** Publishes, after showing what everybody will see and until when. */
export function PublishSheet({ session, onClose }: { session: StaffSessionView; onClose: () => void }) {
  const publish = useCommand(results.publishResults);
  const today = useToday();
  const notice = useAnswer(notices.getNotice, { params: { id: session.noticeId } });
  const preview = useAnswer(results.previewResults, { params: { id: session.id } });
  const calendar = useCalendar();
  const [left, setLeft] = useState<readonly string[] | null>(null);
  const offerings = preview.state === 'ready' ? preview.data.offerings.filter(hasPeople) : [];
  const open = offerings.filter(isPublishable).map(({ offering }) => offering.code);
  const chosen = left ?? open;
  const computed =
    notice.state === 'ready' && calendar
      ? chosen.map((code) => ({
          code,
          ...windowsOf({
            notice: notice.data.notice,
            offeringCode: code,
            session: { ...session.plan, examStart: session.examStart, examEnd: session.examEnd },
            publishedOn: today,
            calendar,
          }),
        }))
      : null;
  const closings = (kind: 'publicity' | 'review') => computed && closingsOf(computed, kind);
  const publicity = closings('publicity');
  const review = closings('review');
  const warnings = [...new Map(computed?.flatMap((one) => one.warnings).map((one) => [one.code, one])).values()];
  // by the confirmed day, which a subject that was announced later has moved
  const due = windowOf(session.windows, 'results')?.closes ?? null;
  const isLate = due === null || today > due;
  const early = earlySentence(windowOf(session.windows, 'results'), today);
  const asked = offerings.find(({ offering, asked: by }) => by && chosen.includes(offering.code))?.asked ?? null;

  const go = async () => {
    const reply = await publish.run({ params: { id: session.id }, body: { offerings: [...chosen] } });
    if (!reply.ok) return;
    const { publishedOn, candidates } = reply.data;
    toast(publishedOn === null ? '已提出，等另一名发布人核对后发布' : `已发布 ${candidates} 人的成绩`);
    onClose();
  };
  return (
    <Sheet
      title="发布成绩"
      onClose={onClose}
      action={
        <BigButton
          id="publish-results-yes"
          text="确认发布"
          busy={publish.busy}
          waitsFor={
            chosen.length === 0 && (open.length === 0 ? '还没有可以发布的项目，原因见下面' : '请先选要发布的项目')
          }
          onTap={() => void go()}
        />
      }
    >
      <RefusalMessage refusal={publish.refusal} />
      {warnings
        .filter(({ code }) => (code === 'published-late' ? isLate : code === 'published-before-exam-ends'))
        .map(({ code, data }) => (
          <NoticeBar key={code} tone="warn">
            {windowWarningSentence(code, { ...data })}
          </NoticeBar>
        ))}
      {early === null ? null : <NoticeBar tone="warn">{early}</NoticeBar>}
      {asked ? (
        <NoticeBar tone={asked.mine ? 'info' : 'warn'}>
          {asked.mine
            ? '发布由您提出，等另一名发布人核对。'
            : `${asked.byName} 于 ${momentWords(asked.at, today)} 提出发布，请核对后确认。`}
        </NoticeBar>
      ) : null}
      <Loaded answer={preview}>
        {() => (
          <Group title="将要发布">
            {offerings.map((one) => (
              <OfferingRow
                key={one.offering.code}
                of={one}
                today={today}
                chosen={chosen.includes(one.offering.code)}
                onChoose={(on) =>
                  setLeft(open.filter((code) => (code === one.offering.code ? on : chosen.includes(code))))
                }
              />
            ))}
          </Group>
        )}
      </Loaded>
      <Group title="发布后">
        <Cell title="发布日期" value={dayWords(today, today)} />
        {publicity === null || chosen.length === 0 ? null : publicity.length === 0 ? (
          <Cell title="不公示" note="通知没有成绩公示，考生只能查自己的成绩" />
        ) : (
          <Closings
            title="公示"
            note="任何人可以看到：隐去部分的姓名、准考证号、各科成绩和是否合格"
            of={publicity}
            session={session}
            today={today}
          />
        )}
        {review && review.length > 0 ? <Closings title="申请复核" of={review} session={session} today={today} /> : null}
        <Cell title="考生本人" note="收到通知，看到自己的全部成绩" />
      </Group>
      <View>
        发布后不能撤回{review && review.length > 0 ? '；有错只能通过成绩复核更正，更正会留下记录' : '，请先核对'}。
      </View>
    </Sheet>
  );
}

type Closing = { readonly closes: LocalDate | null; readonly codes: readonly string[] };

/** The last days of a window, each with the offerings it is of; none where no notice prints it. */
function closingsOf(
  computed: readonly (ReturnType<typeof windowsOf> & { readonly code: string })[],
  kind: 'publicity' | 'review',
): readonly Closing[] {
  const days = new Map<LocalDate | null, string[]>();
  for (const { code, windows } of computed) {
    const window = windowOf(windows, kind);
    if (window) days.set(window.closes, [...(days.get(window.closes) ?? []), code]);
  }
  return [...days].map(([closes, codes]) => ({ closes, codes }));
}

type ClosingsProps = {
  title: string;
  note?: string;
  of: readonly Closing[];
  session: Pick<StaffSessionView, 'offerings'>;
  today: LocalDate;
};

/** One line where all end on one day; else a line a day, with whose it is. */
function Closings({ title, note, of, session, today }: ClosingsProps) {
  return (
    <>
      {of.map(({ closes, codes }) => (
        <Cell
          key={closes ?? ''}
          title={
            of.length === 1
              ? title
              : `${title}：${session.offerings
                  .filter(({ code }) => codes.includes(code))
                  .map(offeringWords)
                  .join('、')}`
          }
          {...(note !== undefined && { note })}
          value={closes ? `到 ${dayWords(closes, today)}` : '截止日暂时算不出'}
        />
      ))}
    </>
  );
}

type Offering = ReplyOf<typeof results.previewResults>['offerings'][number];

const isPublishable = ({ publishedOn, lacking, awaitingCheck }: Offering): boolean =>
  publishedOn === null && lacking.length === 0 && awaitingCheck === 0;

type RowProps = { of: Offering; today: LocalDate; chosen: boolean; onChoose: (on: boolean) => void };

/** One offering: chosen or not where it is complete; else what is in the way, by name. */
function OfferingRow({ of, today, chosen, onChoose }: RowProps) {
  const { offering, passed, failed, absent, absentSomewhere, pending, incomplete, lacking, publishedOn } = of;
  const name = offeringWords(offering);
  const people = `${passed + failed + absent + pending + incomplete} 人`;
  if (publishedOn !== null)
    return <Cell title={name} note={`已于 ${dayWords(publishedOn, today)} 发布`} value={people} />;
  if (lacking.length > 0)
    return (
      <Cell
        title={name}
        note={
          <>
            <View>还有 {incomplete} 人的成绩没有登记齐：</View>
            {lacking.slice(0, MOST_SHOWN).map((one) => (
              <View key={one.ticketNumber}>
                {one.name}（{one.ticketNumber}）缺{one.subjects.map((subject) => subjectWord(subject)).join('、')}
              </View>
            ))}
            {lacking.length > MOST_SHOWN ? <View>……</View> : null}
          </>
        }
        value={people}
      />
    );
  if (of.awaitingCheck > 0)
    return (
      <Cell
        title={name}
        note={`还有 ${of.awaitingCheck} 个成绩没有经第二人核对，核对后才能发布。核对在成绩登记页上办`}
        value={people}
      />
    );
  const unchecked = of.unconfirmed > 0 ? `。${of.unconfirmed} 个成绩没有经第二人核对：机构里没有别人可以核对` : '';
  const partly = absentSomewhere - absent;
  return (
    <Check
      id={`publish-${offering.code}`}
      checked={chosen}
      text={`${name}　${people}`}
      note={`合格 ${passed} 人，不合格 ${failed} 人${partly > 0 ? `（其中缺考一部分科目的 ${partly} 人）` : ''}，全部缺考 ${absent} 人${pending > 0 ? `，待处理 ${pending} 人（只有本人等候）` : ''}${unchecked}`}
      onChange={onChoose}
    />
  );
}
const MOST_SHOWN = 10;
