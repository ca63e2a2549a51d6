import { type CollectionView, collections } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { collectionMethodWord, documentTypeWord, fullDayWords } from '@jikaotong/shared/words';
import { useState } from 'react';
import { type Refusal, copy, openFile, useAnswer, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage, Source } from '../../ui';
import { SignInGate } from '../account';
import { CollectionForm } from './collection-form';

/** How the printed certificate comes: what was told, what one chose, and where it is now. */
export function CollectionScreen({ applicationId }: { applicationId: string }) {
  const { phase } = useSignIn();
  return phase === 'in' ? (
    <Own id={applicationId} />
  ) : (
    <Page>
      <SignInGate why="登录后领取证书。">{null}</SignInGate>
    </Page>
  );
}

function Own({ id }: { id: string }) {
  const params = { id };
  const answer = useAnswer(collections.getCollection, { params });
  const [editing, setEditing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const letter = async () => {
    setBusy(true);
    const reply = await openFile(collections.downloadAgentLetter, { params }, { name: '领证委托书', kind: 'pdf' });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  const view = answer.state === 'ready' ? answer.data : null;
  const isHere = view !== null && view.handOver !== 'collected' && view.handOver !== 'sent';
  if (view && isHere && (editing || view.method === null))
    return <CollectionForm id={id} of={view} onDone={() => setEditing(false)} />;
  return (
    <Page
      action={
        view?.agent && isHere ? (
          <BigButton id="agent-letter" text="打开委托书" busy={busy} onTap={() => void letter()} />
        ) : undefined
      }
    >
      <Heading title="领取证书" />
      <RefusalMessage refusal={refusal} />
      <Loaded answer={answer}>
        {(of) => (
          <>
            <Standing of={of} />
            <Told notice={of.notice} />
            {of.method === null || of.handOver === 'collected' ? null : <Chosen of={of} />}
            {isHere ? (
              <Group>
                <Cell id="change-collection" title="改领取方式" onTap={() => setEditing(true)} />
              </Group>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Where it is now, in one sentence. */
function Standing({ of }: { of: CollectionView }) {
  switch (of.handOver) {
    case 'collected':
      return (
        <NoticeBar tone="go" title="证书已领取">
          {of.collectedOn ? `${fullDayWords(of.collectedOn)}领取。` : null}
          {of.agent ? `由您委托的${of.agent.name}领走。` : null}
        </NoticeBar>
      );
    case 'sent':
      return (
        <NoticeBar tone="go" title="证书已寄出">
          {of.parcel ? `${fullDayWords(of.parcel.sentOn)}寄出，请留意签收。` : null}
        </NoticeBar>
      );
    case 'to-send':
      return <NoticeBar tone="info">地址已收到，寄出后会把快递单号发给您。</NoticeBar>;
    case 'waiting':
      return <NoticeBar tone="go">证书可以领取了，请带身份证件原件。</NoticeBar>;
    case 'untold':
      return <NoticeBar tone="info">证书还在准备，可以领取时会通知您。</NoticeBar>;
  }
}

function Told({ notice }: { notice: CollectionView['notice'] }) {
  if (!notice) return null;
  const until: LocalDate | undefined = notice.until;
  return (
    <Group title="领证通知" {...(notice.note !== undefined && { foot: notice.note })}>
      <Cell
        title="时间"
        note={`${fullDayWords(notice.from)}起${until ? `，到${fullDayWords(until)}` : ''}，${notice.hours}`}
      />
      <Cell title="地点" note={notice.place} />
    </Group>
  );
}

function Chosen({ of }: { of: CollectionView }) {
  const { method, delivery, agent, parcel, ways } = of;
  const way = ways.find((one) => one.method === method);
  return (
    <Group title="您选择的方式">
      <Cell
        title={method ? collectionMethodWord(method) : ''}
        note={way ? <Source of={way.source}>{way.text}</Source> : null}
      />
      {delivery ? <Cell title={`${delivery.recipient}　${delivery.phone}`} note={delivery.address} /> : null}
      {agent ? (
        <Cell
          title={`受托人 ${agent.name}`}
          note={`${documentTypeWord(agent.documentType)} ${agent.documentNumberMasked}`}
        />
      ) : null}
      {agent ? <Cell title="窗口要看的" note="双方签名的委托书、您的证件原件、受托人的证件原件" /> : null}
      {parcel ? (
        <Cell
          id="copy-tracking"
          title={parcel.carrier}
          note={parcel.trackingNumber}
          value="复制"
          onTap={() => void copy(parcel.trackingNumber)}
        />
      ) : null}
    </Group>
  );
}
