import { type StaffCollectionView, DOCUMENT_TYPES, collections } from '@jikaotong/shared/contract';
import { parseLocalDate } from '@jikaotong/shared/kernel';
import { collectionMethodWord, documentTypeWord, fullDayWords, handOverWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, Check, DayField, Group, PickField, RefusalMessage, TextButton, TextField } from '../../ui';
import { useToday } from '../demonstration';

type Props = { of: StaffCollectionView; onDone: () => void };

/** Where the paper is, and handing it over: to its holder, or to an agent whose letter and both documents were seen. */
export function HandOverPart({ of, onDone }: Props) {
  const { handOver, method, delivery, agent, parcel, collectedOn, ways } = of;
  const [mode, setMode] = useState<'agent' | 'parcel' | null>(method === 'agent-letter' ? 'agent' : null);
  if (handOver === null) return null;
  return (
    <>
      <Group title="纸质证书">
        <Cell title="领取" value={handOverWord(handOver)} />
        {method ? <Cell title="方式" value={collectionMethodWord(method)} /> : null}
        {delivery ? <Cell title={`${delivery.recipient}　${delivery.phone}`} note={delivery.address} /> : null}
        {agent ? (
          <Cell
            title={`受托人 ${agent.name}`}
            note={`${documentTypeWord(agent.documentType)} ${agent.documentNumber}`}
          />
        ) : null}
        {parcel ? <Cell title={parcel.carrier} note={parcel.trackingNumber} /> : null}
        {collectedOn ? <Cell title="领取日期" value={fullDayWords(collectedOn)} /> : null}
      </Group>
      {handOver === 'collected' ? null : mode === 'agent' ? (
        <AgentForm of={of} onDone={onDone} />
      ) : mode === 'parcel' ? (
        <ParcelForm of={of} onDone={onDone} />
      ) : (
        <InPerson of={of} onDone={onDone} />
      )}
      {handOver === 'collected' ? null : (
        <>
          {mode !== 'agent' && ways.includes('agent-letter') ? (
            <TextButton id="by-agent" text="受托人来领" onTap={() => setMode('agent')} />
          ) : null}
          {mode !== 'parcel' && handOver === 'to-send' ? (
            <TextButton id="by-courier" text="登记快递单号" onTap={() => setMode('parcel')} />
          ) : null}
          {mode === null ? null : <TextButton id="in-person" text="本人来领" onTap={() => setMode(null)} />}
        </>
      )}
    </>
  );
}

function InPerson({ of, onDone }: Props) {
  const [seen, setSeen] = useState(false);
  const hand = useCommand(collections.handOverCertificate);
  const go = async () => {
    const body = { method: 'in-person' as const, documentSeen: true as const };
    if (!(await hand.run({ params: { id: of.id }, body })).ok) return;
    toast('已登记领取');
    onDone();
  };
  return (
    <>
      <Check
        id="document-seen"
        text={`看过本人证件原件：${documentTypeWord(of.documentType)} ${of.documentNumberMasked}`}
        checked={seen}
        onChange={setSeen}
      />
      <RefusalMessage refusal={hand.refusal} />
      <BigButton
        id="hand-over"
        text="本人领走"
        busy={hand.busy}
        waitsFor={!seen && '请先勾选看过证件原件'}
        onTap={() => void go()}
      />
    </>
  );
}

type DocumentType = (typeof DOCUMENT_TYPES)[number];

function AgentForm({ of, onDone }: Props) {
  const [name, setName] = useState(of.agent?.name ?? '');
  const [documentType, setType] = useState<DocumentType>(of.agent?.documentType ?? 'resident-id');
  const [documentNumber, setNumber] = useState(of.agent?.documentNumber ?? '');
  const [letter, setLetter] = useState(false);
  const [principal, setPrincipal] = useState(false);
  const [agent, setAgent] = useState(false);
  const hand = useCommand(collections.handOverCertificate);
  const isNamed = name.trim() !== '' && documentNumber.trim() !== '';
  const lacks = !isNamed ? '请先填受托人姓名和证件号码' : letter && principal && agent ? null : '请先勾选上面三项';
  const go = async () => {
    const body = {
      method: 'agent-letter' as const,
      letterSeen: true as const,
      principalDocumentSeen: true as const,
      agentDocumentSeen: true as const,
      agent: { name, documentType, documentNumber },
    };
    if (!(await hand.run({ params: { id: of.id }, body })).ok) return;
    toast('已登记领取');
    onDone();
  };
  return (
    <>
      <Group title="受托人">
        <TextField id="agent-name" label="姓名" value={name} maxlength={60} onChange={setName} />
        <PickField
          id="agent-document-type"
          label="证件类型"
          options={DOCUMENT_TYPES.map((key) => ({ key, text: documentTypeWord(key) }))}
          value={documentType}
          onChange={setType}
        />
        <TextField id="agent-document" label="证件号码" value={documentNumber} maxlength={40} onChange={setNumber} />
      </Group>
      <Check id="letter-seen" text="收下双方签名的委托书" checked={letter} onChange={setLetter} />
      <Check
        id="principal-seen"
        text={`看过委托人证件原件：${documentTypeWord(of.documentType)} ${of.documentNumberMasked}`}
        checked={principal}
        onChange={setPrincipal}
      />
      <Check id="agent-seen" text="看过受托人证件原件" checked={agent} onChange={setAgent} />
      <RefusalMessage refusal={hand.refusal} />
      <BigButton id="hand-over-agent" text="受托人领走" busy={hand.busy} waitsFor={lacks} onTap={() => void go()} />
    </>
  );
}

function ParcelForm({ of, onDone }: Props) {
  const today = useToday();
  const [carrier, setCarrier] = useState('');
  const [trackingNumber, setNumber] = useState('');
  const [sentOn, setSentOn] = useState<string>(today);
  const send = useCommand(collections.sendCertificate);
  const day = parseLocalDate(sentOn);
  const isReady = day.ok && carrier.trim() !== '' && trackingNumber.trim() !== '';
  const go = async () => {
    if (!day.ok) return;
    const body = { carrier, trackingNumber, sentOn: day.value };
    if (!(await send.run({ params: { id: of.id }, body })).ok) return;
    toast('已登记寄出，考生会收到单号');
    onDone();
  };
  return (
    <>
      <Group title="快递">
        <TextField id="carrier" label="快递公司" value={carrier} maxlength={40} onChange={setCarrier} />
        <TextField id="tracking-number" label="快递单号" value={trackingNumber} maxlength={40} onChange={setNumber} />
        <DayField id="sent-on" label="寄出日期" value={sentOn} latest={today} startAt={today} onChange={setSentOn} />
      </Group>
      <RefusalMessage refusal={send.refusal} />
      <BigButton
        id="send-certificate"
        text="登记寄出"
        busy={send.busy}
        waitsFor={!isReady && '请先填快递公司、单号和寄出日期'}
        onTap={() => void go()}
      />
    </>
  );
}
