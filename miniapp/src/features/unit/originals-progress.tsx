import type { PhotoBatchView } from '@jikaotong/shared/contract';
import { dayAt, timeAt } from '@jikaotong/shared/kernel';
import { fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { BigButton, NoticeBar, RefusalMessage, TextButton } from '../../ui';
import type { Originals } from './use-originals';
import './originals.scss';

type Props = {
  originals: Originals;
  batch: PhotoBatchView | null;
  text: string;
  id: string;
  /** How the button looks, where it is the next step. */
  tone?: 'primary' | 'plain';
};

/** How far the photos are, and what can be done: choose, go on, stop, give up. */
export function OriginalsProgress({ originals, batch, text, id, tone }: Props) {
  const { going, refusal, choose, stop, giveUp } = originals;
  const open = batch?.state === 'open' ? batch : null;
  const here = open?.photos.filter(({ settled }) => settled).length ?? 0;
  const canFolder = window.matchMedia('(min-width: 1024px)').matches;
  if (going.phase === 'sending') return <Bar sent={going.sent} all={going.all} waits={going.waits} stop={stop} />;
  const busy = going.phase !== 'idle';
  return (
    <>
      {open && !busy && here < open.photos.length ? (
        <NoticeBar tone="warn" title={`上次传到 ${here} / ${open.photos.length} 张`}>
          <View>再选同样的照片，会从断的地方接着传。{untilWords(open)} 以前有效，过后删除。</View>
          <TextButton id={`${id}-give-up`} text="放弃上次的" onTap={() => void giveUp(open)} />
        </NoticeBar>
      ) : null}
      {batch?.state === 'expired' && !busy ? (
        <NoticeBar tone="warn" title="上次的照片没有传完">
          已超过一天，传上来的照片已删除，请重新选照片上传。
        </NoticeBar>
      ) : null}
      <View className="originals__send">
        <BigButton
          id={id}
          text={going.phase === 'reading' ? '正在读取' : going.phase === 'ending' ? '正在核对' : text}
          tone={tone ?? 'plain'}
          busy={busy}
          onTap={() => void choose('files')}
        />
      </View>
      {canFolder && !busy ? (
        <View className="originals__folder">
          <TextButton id={`${id}-folder`} text="或选一个文件夹" onTap={() => void choose('folder')} />
        </View>
      ) : null}
      <RefusalMessage refusal={refusal} />
    </>
  );
}

function Bar({ sent, all, waits, stop }: { sent: number; all: number; waits: boolean; stop: () => void }) {
  return (
    <View className="originals" id="photos-progress">
      <View className="originals__track">
        <View className="originals__bar" style={{ width: `${Math.round((sent / Math.max(1, all)) * 100)}%` }} />
      </View>
      <View>{`正在压缩、上传照片：已传 ${sent} / ${all} 张`}</View>
      <View className="originals__note">
        {waits ? '网络断了，连上后会自动接着传' : '请不要关闭这一页；关了也不要紧，再选同样的照片会接着传'}
      </View>
      <TextButton id="photos-stop" text="先停下" onTap={stop} />
    </View>
  );
}

const untilWords = ({ expiresAt }: PhotoBatchView): string => `${fullDayWords(dayAt(expiresAt))} ${timeAt(expiresAt)}`;
