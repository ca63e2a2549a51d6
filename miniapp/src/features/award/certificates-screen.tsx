import { certificates, overview, sessions } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type ListRow, certificateList } from '@jikaotong/shared/lists';
import { dayAndDistanceWords, dayWords, handOverWord, listCodeWord, registerStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open, useAnswer } from '../../platform';
import { Card, Cell, Group, NoticeBar, Tag, type Tone } from '../../ui';
import { useToday } from '../demonstration';
import { ListView } from '../list';
import { useStaff } from '../staff';
import { CertificateSheet } from './certificate-sheet';
import { CollectNeeds } from './collect-needs';
import { IssueSheet } from './issue-sheet';
import { TellNeeds } from './tell-needs';
import './award.scss';

/** Certificates for everybody who passed, once publicity is over; a mark that is being checked waits alone. */
export function CertificatesScreen({ sessionId }: { sessionId: string }) {
  const params = { id: sessionId };
  const session = useAnswer(sessions.getStaffSession, { params });
  const counts = useAnswer(overview.getSessionCounts, { params });
  const today = useToday();
  const { may } = useStaff();
  const [isAsking, setIsAsking] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);

  const publicity =
    session.state === 'ready' ? session.data.windows.find(({ kind }) => kind === 'publicity') : undefined;
  const published = session.state === 'ready' && session.data.publishedOn !== null;
  const openReviews = counts.state === 'ready' ? counts.data.openScoreReviews : 0;
  const wait = published ? waitWords(publicity?.closes ?? null, today) : '成绩发布并公示结束后才能发证';
  const left = counts.state === 'ready' && counts.data.duties.some(({ code }) => code === 'issue-certificates');
  const done = published && wait === null && counts.state === 'ready' && !left;
  const mine = may(certificates.issueCertificates, session.state === 'ready' ? session.data.bodyId : undefined);
  return (
    <>
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
              disabled: wait !== null,
              onTap: () => setIsAsking(true),
            },
          })}
        notice={
          <>
            {mine && published ? (
              <Group>
                <Cell
                  id="go-certificate-papers"
                  title="打印与邮寄"
                  note="证书、套打、签收表、领证通知单、快递单号"
                  onTap={() => open('/packages/award/papers/index', { session: sessionId })}
                />
              </Group>
            ) : null}
            {wait ? (
              <Card>
                <View className="award__wait">{wait}</View>
              </Card>
            ) : null}
            {done && openReviews === 0 ? <NoticeBar tone="go">合格的考生都已发证。</NoticeBar> : null}
            {published && openReviews > 0 ? (
              <NoticeBar>还有 {openReviews} 件成绩复核没有办完，只有这些考生要等，其他人可以先发证。</NoticeBar>
            ) : null}
          </>
        }
        empty={{ title: '还没有发证', text: '成绩公布后，给合格的考生发证；有公示的，等公示结束。' }}
        card={(row) => cardOf(row, today)}
        tones={{ state: TONES, handOver: HAND_OVER_TONES }}
        asideAtDesk={[
          'documentNumber',
          'issuedOn',
          'duplicatedOn',
          'collectedOn',
          'recipient',
          'phone',
          'address',
          'carrier',
          'trackingNumber',
          'registeredOn',
        ]}
        actsOffered={mine ? ['tell', 'collect', 'register', 'unregister'] : []}
        asks={{ tell: { Form: TellNeeds }, collect: { Form: CollectNeeds } }}
        elementId={({ number }) => `certificate-${number}`}
        onOpen={({ id }) => setOpenId(id)}
      />
      {openId === null ? null : <CertificateSheet id={openId} onClose={() => setOpenId(null)} />}
      {isAsking && session.state === 'ready' ? (
        <IssueSheet session={session.data} onClose={() => setIsAsking(false)} />
      ) : null}
    </>
  );
}

type Certificate = ListRow<typeof certificateList>;

const TONES: Readonly<Record<Certificate['state'], Tone>> = {
  issued: 'go',
  'to-replace': 'warn',
  void: 'stop',
  replaced: 'quiet',
};

const HAND_OVER_TONES: Readonly<Record<NonNullable<Certificate['handOver']>, Tone>> = {
  untold: 'quiet',
  waiting: 'warn',
  'to-send': 'warn',
  sent: 'go',
  collected: 'go',
};

const cardOf = ({ name, offering, number, issuedOn, state, handOver, register }: Certificate, today: LocalDate) => ({
  title: name,
  note: (
    <>
      <View>{offering}</View>
      <View className="award__number">{number}</View>
      {handOver ? (
        <View>
          {handOverWord(handOver)}
          {register === 'pending' ? `　官网${registerStateWord(register)}` : ''}
        </View>
      ) : null}
      {register === 'to-withdraw' ? <View>官网{registerStateWord(register)}</View> : null}
    </>
  ),
  value:
    state === 'issued' ? (
      dayWords(issuedOn, today)
    ) : (
      <Tag text={listCodeWord('certificate', 'state', state)} tone={TONES[state]} />
    ),
});

/** What issuing waits for; null when nothing stands in its way. */
const waitWords = (closes: LocalDate | null, today: LocalDate): string | null =>
  closes && today <= closes ? `公示到 ${dayAndDistanceWords(closes, today)}，结束后才能发证` : null;
