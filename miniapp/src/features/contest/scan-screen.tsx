import { type PosterView, posters } from '@jikaotong/shared/contract';
import { posterSentence, posterStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { CAN_SCAN, open, paramsOfLink, scan, toast, useAnswer, useCommand, useSignIn } from '../../platform';
import { BigButton, Heading, Loaded, RefusalMessage, NoticeBar, Page, TextButton } from '../../ui';
import { useMessageAsk } from '../subscription';
import './contest.scss';

/** What a poster's code leads to: the right page at one tap, or what became of it and when. */
export function ScanScreen({ code: given }: { code: string | null }) {
  const [code, setCode] = useState(given);
  const again = async () => {
    const text = await scan();
    if (text !== null) setCode(paramsOfLink(text)['code'] ?? text.slice(0, 12));
  };
  return (
    <Page>
      {code === null ? (
        <Heading title="扫海报">扫通知或竞赛海报上的二维码，直接到报名页面。</Heading>
      ) : (
        <Behind code={code} />
      )}
      {CAN_SCAN ? (
        <View className="contest__go">
          {code === null ? (
            <BigButton id="scan-poster" text="扫二维码" onTap={() => void again()} />
          ) : (
            <TextButton id="scan-again" text="扫另一张海报" onTap={() => void again()} />
          )}
        </View>
      ) : null}
    </Page>
  );
}

const TONES = { upcoming: 'info', open: 'go', closed: 'warn', withdrawn: 'stop', unknown: 'stop' } as const;

function Behind({ code }: { code: string }) {
  const answer = useAnswer(posters.getPoster, { params: { code } });
  return <Loaded answer={answer}>{(poster) => <Found poster={poster} />}</Loaded>;
}

function Found({ poster }: { poster: PosterView }) {
  const { state, noticeId, kind, title, bodyName } = poster;
  return (
    <>
      {title ? <Heading title={title}>{bodyName}</Heading> : <Heading title="海报" />}
      <NoticeBar tone={TONES[state]} title={posterStateWord(state)}>
        {posterSentence(state, poster)}
      </NoticeBar>
      {noticeId && state !== 'withdrawn' ? (
        <View className="contest__go">
          <BigButton
            id="go-poster-target"
            text={kind === 'competition' ? contestWords(poster) : '查看通知'}
            onTap={() =>
              kind === 'competition'
                ? open('/packages/contest/contest/index', { id: noticeId })
                : open('/pages/notice/index', { id: noticeId })
            }
          />
        </View>
      ) : null}
      {state === 'upcoming' ? <Reminder code={poster.code} /> : null}
    </>
  );
}

/** One enters only while it is open, and only where entry is here. */
function contestWords({ state, entersHere }: PosterView): string {
  if (state !== 'open') return '查看竞赛';
  return entersHere ? '查看竞赛并报名' : '查看竞赛和官网报名步骤';
}

function Reminder({ code }: { code: string }) {
  const { account } = useSignIn();
  const [asked, setAsked] = useState(false);
  const remind = useCommand(posters.askPosterReminder);
  const askForMessages = useMessageAsk('remind');
  const ask = async () => {
    if (!account) {
      open('/pages/sign-in/index');
      return;
    }
    await askForMessages();
    const reply = await remind.run({ params: { code } });
    if (!reply.ok) return;
    setAsked(true);
    toast('开始前会提醒您');
  };
  if (asked) return <NoticeBar tone="go">开始和截止的前一天上午会提醒您，“消息”里也能看到。</NoticeBar>;
  return (
    <View className="contest__go">
      <BigButton id="remind-me" text="开始前提醒我" tone="plain" busy={remind.busy} onTap={() => void ask()} />
      <RefusalMessage refusal={remind.refusal} />
    </View>
  );
}
