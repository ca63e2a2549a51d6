import type { SessionView } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice, Offering } from '@jikaotong/shared/notice';
import { type Assessment, type RouteAssessment, VERDICTS } from '@jikaotong/shared/rules/eligibility';
import {
  dayWords,
  doubtSentence,
  factWord,
  shortfallSentence,
  verdictSentence,
  verdictWord,
} from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open } from '../../../platform';
import { BigButton, Card, Heading, NoticeBar, Source, Tag, TextButton, type Tone } from '../../../ui';
import { offeringName } from '../offering-name';
import './verdict-view.scss';

type Props = {
  notice: Notice;
  offering: Offering;
  sessions: readonly SessionView[];
  assessment: Assessment;
  today: LocalDate;
  onBack: () => void;
  onAskSkipped: () => void;
  onOther: () => void;
};

const TONES: Record<Assessment['verdict'], Tone> = {
  eligible: 'go',
  'needs-review': 'info',
  undecided: 'quiet',
  ineligible: 'warn',
};

/** The verdict, every condition with its reasons and source, and the one thing to do next. */
export function VerdictView(props: Props) {
  const { notice, offering, sessions, assessment, today, onBack, onAskSkipped, onOther } = props;
  const { verdict, earliestOn, missing } = assessment;
  const session = sessions.find(
    ({ state, offerings }) => state === 'applying' && offerings.some(({ code }) => code === offering.code),
  );
  const routes = VERDICTS.flatMap((one) => assessment.routes.filter((route) => route.verdict === one));
  return (
    <>
      <Heading title={verdictSentence(verdict)}>{offeringName(offering)}</Heading>
      {verdict === 'ineligible' ? <Earliest on={earliestOn} sessions={sessions} today={today} /> : null}
      {verdict === 'undecided' ? (
        <NoticeBar tone="info">还需要知道：{missing.map(factWord).join('、')}</NoticeBar>
      ) : null}
      <View className="verdict__go">
        {verdict === 'undecided' ? <BigButton id="ask-skipped" text="回答跳过的问题" onTap={onAskSkipped} /> : null}
        {session && (verdict === 'eligible' || verdict === 'needs-review') ? (
          <BigButton
            id="apply"
            text="带着这些回答去申报"
            onTap={() =>
              open('/packages/apply/start/index', { session: session.id, notice: notice.id, offering: offering.code })
            }
          />
        ) : null}
        {!session && verdict !== 'undecided' ? (
          <BigButton id="see-dates" text="查看报名时间" onTap={() => open('/pages/notice/index', { id: notice.id })} />
        ) : null}
      </View>
      {routes.map((route) => (
        <RouteCard key={route.route} route={route} today={today} />
      ))}
      <View className="verdict__other">
        <TextButton text="修改回答" onTap={onBack} />
        <TextButton text="换一个项目" onTap={onOther} />
      </View>
    </>
  );
}

type EarliestProps = { on: LocalDate | null; sessions: readonly SessionView[]; today: LocalDate };

/** The day on which the same facts, continued, will do; and whether this notice still helps then. */
function Earliest({ on, sessions, today }: EarliestProps) {
  if (!on) return null;
  const lastDays = sessions.flatMap(({ windows }) =>
    windows.flatMap(({ kind, closes }) => (kind === 'application' && closes ? [closes] : [])),
  );
  const tooLate = lastDays.length > 0 && lastDays.every((day) => day < on);
  return (
    <NoticeBar tone="info" title={`最早 ${dayWords(on, today)} 起符合`}>
      按您填写的情况一直保持下去计算。{tooLate ? '那时本通知已公布的批次报名已结束，请关注之后的批次。' : ''}
    </NoticeBar>
  );
}

function RouteCard({ route, today }: { route: RouteAssessment; today: LocalDate }) {
  const printed = 'clause' in route.source ? (route.source.corrected ?? route.source.quote) : null;
  return (
    <Card>
      <Tag text={verdictWord(route.verdict)} tone={TONES[route.verdict]} />
      <View className="verdict__printed">
        <Source of={route.source}>{printed}</Source>
      </View>
      {reasonsOf(route).map((reason) => (
        <View key={reason} className="verdict__reason">
          {reason}
        </View>
      ))}
      {route.verdict === 'ineligible' && route.earliestOn ? (
        <View className="verdict__reason">这一条最早 {dayWords(route.earliestOn, today)} 起符合</View>
      ) : null}
    </Card>
  );
}

function reasonsOf(route: RouteAssessment): readonly string[] {
  if (route.verdict === 'needs-review') return route.doubts.map(({ code, data }) => doubtSentence(code, data));
  if (route.verdict === 'ineligible') return route.shortfalls.map(({ code, data }) => shortfallSentence(code, data));
  if (route.verdict === 'undecided') return [`还需要知道：${route.missing.map(factWord).join('、')}`];
  return [];
}
