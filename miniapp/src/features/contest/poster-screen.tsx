import { type StaffPosterView, contests, posters } from '@jikaotong/shared/contract';
import { posterSentence } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  IN_WECHAT,
  type Refusal,
  confirm,
  copy,
  open,
  openFile,
  savePicture,
  toast,
  useAnswer,
  useCommand,
  useShare,
} from '../../platform';
import { BigButton, Card, Cell, Group, Heading, Loaded, RefusalMessage, NoticeBar, Page, Qr } from '../../ui';
import { useStaff } from '../staff';
import './contest.scss';

/** One poster: its code large enough to scan from this screen, and its files to print and send. */
export function PosterScreen({ code }: { code: string }) {
  const answer = useAnswer(posters.listPosters, {});
  const poster = answer.state === 'ready' ? answer.data.items.find((item) => item.code === code) : undefined;
  useShare(poster?.title ?? '海报', `/packages/contest/scan/index?code=${code}`);
  return (
    <Page>
      <Loaded answer={answer}>
        {() => (poster ? <Poster poster={poster} /> : <NoticeBar tone="warn">没有找到这张海报</NoticeBar>)}
      </Loaded>
    </Page>
  );
}

function Poster({ poster }: { poster: StaffPosterView }) {
  const { may } = useStaff();
  const { code, state } = poster;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const withdraw = useCommand(posters.withdrawPoster);
  const isDown = state === 'withdrawn';

  const get = async (kind: 'png' | 'pdf') => {
    setBusy(true);
    const endpoint = kind === 'png' ? posters.downloadPosterPng : posters.downloadPosterPdf;
    const reply = await openFile(endpoint, { params: { code } }, { name: `poster-${code}`, kind });
    setRefusal(reply.ok ? null : reply);
    setBusy(false);
  };
  const save = async () => {
    const reply = await savePicture(posters.downloadPosterPng, { params: { code } }, `poster-${code}`);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && reply.data) toast('已存到相册');
  };
  const put = async (withdrawn: boolean) => {
    const text = withdrawn ? '扫码的人会看到已撤下和日期，可以随时恢复。' : '二维码不变，扫码可以继续报名。';
    if (await confirm({ title: withdrawn ? '撤下海报' : '恢复海报', text, yes: withdrawn ? '撤下' : '恢复' }))
      await withdraw.run({ params: { code }, body: { withdrawn } });
  };
  return (
    <>
      <Heading title={poster.title}>{poster.bodyName}</Heading>
      <NoticeBar tone={isDown ? 'stop' : 'info'}>{posterSentence(state, poster)}</NoticeBar>
      <Card>
        <Qr text={poster.link} label={`海报二维码 ${code}`} />
      </Card>
      <View className="contest__go">
        <BigButton
          id="poster-png"
          text={IN_WECHAT ? '转发海报图片' : '保存海报图片'}
          busy={busy}
          onTap={() => void get('png')}
        />
      </View>
      <Group>
        {IN_WECHAT ? <Cell id="poster-album" title="保存到手机相册" onTap={() => void save()} /> : null}
        <Cell id="poster-pdf" title="打印用 PDF" note="A4，矢量二维码" onTap={() => void get('pdf')} />
        <Cell id="poster-link" title="复制链接" note={poster.link} onTap={() => void copy(poster.link)} />
        {poster.entersHere && may(contests.getStaffContest) ? (
          <Cell
            id="poster-entries"
            title="报名名单"
            onTap={() => open('/packages/contest/entries/index', { id: poster.noticeId })}
          />
        ) : null}
        <Cell id="poster-withdraw" title={isDown ? '恢复海报' : '撤下海报'} onTap={() => void put(!isDown)} />
      </Group>
      <RefusalMessage refusal={refusal ?? withdraw.refusal} />
    </>
  );
}
