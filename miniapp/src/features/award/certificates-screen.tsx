import { certificates, overview, sessions } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type ListRow, certificateList } from '@jikaotong/shared/lists';
import { dayAndDistanceWords, dayWords, listCodeWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { confirm, toast, useAnswer, useCommand } from '../../platform';
import { Card, NoticeBar, RefusalMessage, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { useStaff } from '../staff';
import './award.scss';

/** Certificates for everybody who passed, once publicity is over and every score review decided. */
export function CertificatesScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(overview.getSessionCounts, { params });
  const today = useToday();
  const { may } = useStaff();
  const issue = useCommand(certificates.issueCertificates);

  const publicity =
    session.state === 'ready' ? session.data.windows.find(({ kind }) => kind === 'publicity') : undefined;
  const published = session.state === 'ready' && session.data.publishedOn !== null;
  const openReviews = counts.state === 'ready' ? counts.data.openScoreReviews : 0;
  const wait = published
    ? waitWords({ closes: publicity?.closes ?? null, today, openReviews })
    : '成绩发布并公示结束后才能发证';
  const go = async () => {
    const sure = await confirm({
      title: '发放证书',
      text: '给本批次各科都合格的考生编号发证，编号不能收回；考生会收到通知。',
      yes: '发放',
    });
    if (!sure) return;
    const reply = await issue.run({ params });
    if (reply.ok) {
      const { issued, alreadyIssued } = reply.data;
      toast(issued > 0 ? `已发放 ${issued} 份证书` : `没有新的证书，已有 ${alreadyIssued} 份`);
    }
  };
  const left = counts.state === 'ready' && counts.data.duties.some(({ code }) => code === 'issue-certificates');
  const done = published && wait === null && counts.state === 'ready' && !left;
  const mine = may(certificates.issueCertificates, session.state === 'ready' ? session.data.bodyId : undefined);
  return (
    <ListView
      list={certificateList}
      id={sessionId}
      unit="份"
      about={session.state === 'ready' ? session.data.name : null}
      {...(mine &&
        !done && {
          action: {
            id: 'issue-certificates',
            text: '给合格的考生发证',
            busy: issue.busy,
            disabled: wait !== null,
            onTap: () => void go(),
          },
        })}
      notice={
        <>
          <RefusalMessage refusal={issue.refusal} />
          {wait ? (
            <Card>
              <View className="award__wait">{wait}</View>
            </Card>
          ) : null}
          {done ? <NoticeBar tone="go">合格的考生都已发证。</NoticeBar> : null}
        </>
      }
      empty={{ title: '还没有发证', text: '成绩公示结束、复核办完后，给合格的考生发证。' }}
      card={(row) => cardOf(row, today)}
      tones={{ state: TONES }}
      elementId={({ number }) => `certificate-${number}`}
    />
  );
}

type Certificate = ListRow<typeof certificateList>;

const TONES: Readonly<Record<Certificate['state'], Tone>> = { issued: 'go', void: 'stop' };

const cardOf = ({ name, offering, number, issuedOn, state }: Certificate, today: LocalDate) => ({
  title: name,
  note: (
    <>
      <View>{offering}</View>
      <View className="award__number">{number}</View>
    </>
  ),
  value:
    state === 'void' ? (
      <Tag text={listCodeWord('certificate', 'state', state)} tone="stop" />
    ) : (
      dayWords(issuedOn, today)
    ),
});

type Wait = { closes: LocalDate | null; today: LocalDate; openReviews: number };

/** What issuing waits for; null when nothing stands in its way. */
function waitWords({ closes, today, openReviews }: Wait): string | null {
  if (closes && today <= closes) return `公示到 ${dayAndDistanceWords(closes, today)}，结束后才能发证`;
  return openReviews > 0 ? `还有 ${openReviews} 件成绩复核没有办完` : null;
}
