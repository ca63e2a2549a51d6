import {
  type PortraitView,
  RETURN_REASONS,
  RETURN_REASON_FIELDS,
  type ReturnReason,
  portraits,
} from '@jikaotong/shared/contract';
import { returnReasonWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { fileAddress, open, steadyLink, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Chips, Empty, Group, Heading, Loaded, NoticeBar, Page, Picture, Sheet } from '../../ui';
import { offeringName } from '../notice';
import { useStaff } from '../staff';
import { PortraitTile, findingsOf } from './portrait-tile';
import { KEPT_DAYS } from './portrait-marks';
import { PortraitsDone } from './portraits-done';
import { useMarks } from './use-marks';
import './portraits.scss';

/** So many photos stand on one screen; they are looked at and told of together. */
const A_SCREEN = '60';
const ABOUT_PHOTOS = RETURN_REASONS.filter((reason) => RETURN_REASON_FIELDS[reason] === 'photo');

type Of = 'unseen' | 'all';

/** The photos of all who wait, side by side: the bad ones are marked with a reason, the others are noted as looked at. */
export function PortraitsScreen({ sessionId, unitId }: { sessionId: string; unitId: string | undefined }) {
  const [of, setOf] = useState<Of>('unseen');
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const answer = useAnswer(
    portraits.listPortraits,
    { params: { id: sessionId }, query: { of, cursor, limit: Number(A_SCREEN), unit: unitId } },
    { keep: true },
  );
  const { may } = useStaff();
  const mayLook = may(portraits.lookAtPortraits);
  const look = useCommand(portraits.lookAtPortraits);
  const [opened, setOpened] = useState<PortraitView | null>(null);
  const [isEnding, setEnding] = useState(false);
  const items = answer.state === 'ready' ? answer.data.items : [];
  const { marks: bad, earlier, mark: keepMark, drop } = useMarks(sessionId, items);
  const marked = items.filter(({ id }) => bad.has(id));
  const good = items.filter(({ id, seen }) => !bad.has(id) && !seen);
  const mark = (one: PortraitView, reason: ReturnReason | null) => {
    keepMark(one, reason);
    setOpened(null);
  };
  const goOn = (next: string | null) => {
    drop(items);
    // those who were looked at are gone from the unseen: what is left begins at the front again
    setCursor(of === 'all' ? (next ?? undefined) : undefined);
  };
  const noteGood = async (): Promise<boolean> => {
    if (good.length === 0) return true;
    const seen = good.map(({ id, photo }) => ({ id, photoId: photo.id }));
    return (await look.run({ params: { id: sessionId }, body: { seen } })).ok;
  };
  const finish = async () => {
    if (marked.length > 0) {
      setEnding(true);
      return;
    }
    const next = answer.state === 'ready' ? answer.data.next : null;
    if (!(await noteGood())) return;
    toast(`${good.length} 张记为已看`);
    goOn(next);
  };
  return (
    <Page
      wide
      action={
        mayLook && items.length > 0 ? (
          <BigButton
            id="portraits-done"
            text={marked.length > 0 ? `看完这一屏：退回 ${marked.length} 份` : `这一屏 ${items.length} 张都看过了`}
            busy={look.busy}
            onTap={() => void finish()}
          />
        ) : undefined
      }
    >
      <Heading title={unitId === undefined ? '看照片' : '看这个单位的照片'}>
        {answer.state === 'ready'
          ? `还有 ${answer.data.counts.unseen} 张没看，共 ${answer.data.counts.all} 张等审核。点有问题的照片，选原因。`
          : '点有问题的照片，选原因。'}
      </Heading>
      {earlier > 0 ? (
        <NoticeBar>{`这一屏有 ${earlier} 张是您先前标的，还没有退回。标记存在这台设备上，保留 ${KEPT_DAYS} 天。`}</NoticeBar>
      ) : null}
      <Chips<Of>
        id="portraits"
        label="看哪些"
        options={[
          { key: 'unseen', text: '没看过的' },
          { key: 'all', text: '全部' },
        ]}
        value={of}
        onChoose={(chosen) => {
          setOf(chosen);
          setCursor(undefined);
        }}
      />
      <Loaded answer={answer}>
        {(page) =>
          page.items.length === 0 ? (
            <Empty title={of === 'unseen' ? '照片都看过了' : '没有等审核的照片'}>
              请回到审核列表：没有疑点的报名可以一起通过，有疑点的逐份看。
            </Empty>
          ) : (
            <View className="portraits">
              {page.items.map((one) => (
                <PortraitTile key={one.id} of={one} reason={bad.get(one.id) ?? null} onTap={() => setOpened(one)} />
              ))}
            </View>
          )
        }
      </Loaded>
      {opened ? (
        <Sheet title={opened.name ?? '照片'} onClose={() => setOpened(null)}>
          <View className="portrait-large">
            <Picture
              className="portrait-large__picture"
              src={fileAddress(steadyLink(opened.photo))}
              mode="aspectFit"
              label={`${opened.name ?? ''}的照片`}
            />
          </View>
          {findingsOf(opened).length > 0 ? <NoticeBar tone="warn">{findingsOf(opened).join('；')}</NoticeBar> : null}
          {mayLook ? (
            <Group title="退回的原因（考生看得到）">
              {ABOUT_PHOTOS.map((reason) => (
                <Cell
                  key={reason}
                  id={`bad-${reason}`}
                  title={returnReasonWord(reason)}
                  value={bad.get(opened.id) === reason ? '✓' : undefined}
                  onTap={() => mark(opened, reason)}
                />
              ))}
            </Group>
          ) : null}
          <Group>
            {bad.has(opened.id) ? <Cell id="bad-none" title="照片没有问题" onTap={() => mark(opened, null)} /> : null}
            <Cell
              id="portrait-open"
              title="打开这份报名"
              note={offeringName(opened.offering)}
              onTap={() => {
                setOpened(null);
                open('/packages/review/review/index', { id: opened.id });
              }}
            />
          </Group>
        </Sheet>
      ) : null}
      {isEnding ? (
        <PortraitsDone
          sessionId={sessionId}
          bad={marked.map((one) => ({ of: one, reason: bad.get(one.id) ?? 'photo-recent' }))}
          goodCount={good.length}
          noteGood={noteGood}
          onClose={(isDone) => {
            setEnding(false);
            if (isDone) goOn(answer.state === 'ready' ? answer.data.next : null);
          }}
        />
      ) : null}
    </Page>
  );
}
