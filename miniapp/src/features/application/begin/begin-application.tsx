import type { SessionView } from '@jikaotong/shared/contract';
import type { Notice } from '@jikaotong/shared/notice';
import { individualsApply } from '@jikaotong/shared/rules/counter';
import { spanOf } from '@jikaotong/shared/rules/progress';
import { dayAndDistanceWords, photoBackgroundWord, yuanWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, useSignIn } from '../../../platform';
import { BigButton, Card, NoticeBar, Source, TextButton } from '../../../ui';
import { ConsentSheet } from '../../account';
import { useToday } from '../../demonstration';
import { LastCounterDay } from '../../notice';
import { keptPassOf } from '../kept-pass';
import { useMyApplications } from '../mine/use-my-applications';
import { RefusalNote } from '../refusal-note';
import { useBeginning } from './use-beginning';
import { WechatPhone } from './wechat-phone';
import '../application.scss';

type Props = { notice: Notice; session: SessionView; offeringCode: string };

/** The way from the check into the form: what it costs and takes, and one button; sign-in and consent come in its tap. */
export function BeginApplication({ notice, session, offeringCode }: Props) {
  const beginning = useBeginning({ notice, sessionId: session.id, offeringCode });
  const { creation, refusal } = beginning;
  const known = creation.refusal?.code === 'application-conflict' ? creation.refusal.data['applicationId'] : null;
  return (
    <Card>
      <Facts notice={notice} session={session} offeringCode={offeringCode} />
      <KeptPass notice={notice} session={session} offeringCode={offeringCode} />
      <WechatPhone />
      <RefusalNote refusal={refusal} />
      {typeof known === 'string' ? (
        <View className="row-of-texts">
          <TextButton
            id="see-application"
            text="查看这份报名"
            onTap={() => open('/packages/apply/detail/index', { id: known })}
          />
        </View>
      ) : null}
      <BigButton id="apply" text="我要报名" busy={beginning.busy} onTap={beginning.begin} />
      {beginning.consenting ? <ConsentSheet onDone={beginning.create} onClose={beginning.close} /> : null}
    </Card>
  );
}

function Facts({ notice, session, offeringCode }: Props) {
  const today = useToday();
  const window = spanOf(session.windows, 'application');
  const fee = session.offerings.find(({ code }) => code === offeringCode)?.totalFen;
  const counter = individualsApply(notice) === 'counter' ? (notice.counters[0]?.address.value ?? '业务窗口') : null;
  const form = printedForm(notice);
  const background = notice.photo?.background?.value ?? null;
  const wall = background === null ? '证件照' : `${photoBackgroundWord(background)}的墙（拍证件照）`;
  return (
    <View className="begin">
      <View className="begin__line">考试 {dayAndDistanceWords(session.examStart, today)}</View>
      {fee === undefined ? null : (
        <View className="begin__line">
          费用 {yuanWords(fee)}
          {notice.reviewBeforePayment.value ? '，审核通过后再交' : ''}
        </View>
      )}
      {counter === null && window.closes ? (
        <View className="begin__line">报名到 {dayAndDistanceWords(window.closes, today)}</View>
      ) : null}
      {counter === null ? null : (
        <>
          <NoticeBar title="个人到业务窗口报名">
            先在手机上填好，生成现场报名单，再带原件到{counter}办理，窗口确认后才算报名。
          </NoticeBar>
          <LastCounterDay notice={notice} kind="application" span={window} today={today} />
        </>
      )}
      {counter === null && form ? (
        <View className="begin__line">通知里的《{form.printed}》由这里按您填的内容生成，不用另外下载。</View>
      ) : null}
      <View className="begin__line">请准备好：身份证件、{wall}。约十分钟，中途退出会保存。</View>
    </View>
  );
}

/** The form that a notice tells people to download: applying here writes it. */
const printedForm = ({ documents }: Pick<Notice, 'documents'>) =>
  documents.find(({ document }) => document === 'application-form') ?? null;

/** What a new application would forfeit; null for most people. */
function KeptPass({ notice, session, offeringCode }: Props) {
  const { phase } = useSignIn();
  const own = useMyApplications({ enabled: phase === 'in' });
  const offering = session.offerings.find(({ code }) => code === offeringCode);
  const forfeits = notice.retake?.newApplicationForfeits;
  if (own.state !== 'ready' || !forfeits?.value || !offering) return null;
  const kept = keptPassOf(own.data.page.items, { bodyId: notice.body.id, offering });
  if (!kept) return null;
  return (
    <NoticeBar tone="stop" title="您有保留的合格成绩">
      <Source of={forfeits.source}>重新报名同一项目，视为放弃补考，之前的合格科目成绩不再保留。</Source>
      <TextButton
        id="see-kept"
        text="查看保留的成绩和怎么补考"
        onTap={() => open('/packages/exam/retake/index', { id: kept.id })}
      />
    </NoticeBar>
  );
}
