import {
  type BodyOf,
  type CollectionMethod,
  type CollectionView,
  DOCUMENT_TYPES,
  collections,
} from '@jikaotong/shared/contract';
import { collectionMethodWord, documentTypeWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { toast, useCommand } from '../../platform';
import { BigButton, Choices, Group, Heading, Page, PickField, ProseField, RefusalMessage, TextField } from '../../ui';

type Props = { id: string; of: CollectionView; onDone: () => void };
type Way = Exclude<CollectionMethod, 'unit-list'>;
type Body = BodyOf<typeof collections.chooseCollection>;
type DocumentType = (typeof DOCUMENT_TYPES)[number];

const NOTES: Readonly<Record<Way, string>> = {
  'in-person': '带身份证件原件到领取地点',
  'agent-letter': '填写受托人，生成委托书，双方签名',
  courier: '填写收件地址，寄出后告诉您单号',
};

/** Asks how it is to come: only the ways that the notice prints. */
export function CollectionForm({ id, of, onDone }: Props) {
  const choose = useCommand(collections.chooseCollection);
  const offered = of.ways.flatMap(({ method }) => (method === 'unit-list' ? [] : [method]));
  const [way, setWay] = useState<Way | null>(of.method !== 'unit-list' ? of.method : null);
  const [name, setName] = useState(of.delivery?.recipient ?? of.agent?.name ?? '');
  const [phone, setPhone] = useState(of.delivery?.phone ?? '');
  const [address, setAddress] = useState(of.delivery?.address ?? '');
  const [type, setType] = useState<DocumentType>('resident-id');
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState(false);
  const lacks = (value: string, what: string) => (asked && value.trim() === '' ? `请填写${what}` : null);
  const body = bodyOf({ way, name, phone, address, type, number });
  const go = async () => {
    setAsked(true);
    if (!body) return;
    const reply = await choose.run({ params: { id }, body });
    if (!reply.ok) return;
    toast('已登记');
    onDone();
  };
  return (
    <Page
      action={
        <BigButton
          id="choose-collection"
          text={way === 'agent-letter' ? '下一步：生成委托书' : '确定'}
          busy={choose.busy}
          waitsFor={way === null && '请先选领取方式'}
          onTap={() => void go()}
        />
      }
    >
      <Heading title="怎么领取证书">纸质证书，选一种方式。</Heading>
      <RefusalMessage refusal={choose.refusal} />
      <Group>
        <Choices
          label="领取方式"
          options={offered.map((key) => ({ key, text: collectionMethodWord(key), note: NOTES[key] }))}
          value={way}
          onChoose={setWay}
        />
      </Group>
      {way === 'courier' ? (
        <Group title="寄到哪里" foot="地址只用来寄这份证书。">
          <TextField
            id="recipient"
            label="收件人"
            value={name}
            maxlength={60}
            error={lacks(name, '收件人')}
            onChange={setName}
          />
          <TextField
            id="recipient-phone"
            label="手机号"
            type="number"
            value={phone}
            maxlength={20}
            error={lacks(phone, '手机号')}
            onChange={setPhone}
          />
          <ProseField
            id="recipient-address"
            label="详细地址"
            value={address}
            maxlength={200}
            error={lacks(address, '详细地址')}
            onChange={setAddress}
          />
        </Group>
      ) : null}
      {way === 'agent-letter' ? (
        <Group title="委托谁领取" foot="领取时两份证件原件都要带。">
          <TextField
            id="agent-name"
            label="受托人姓名"
            value={name}
            maxlength={60}
            error={lacks(name, '姓名')}
            onChange={setName}
          />
          <PickField
            id="agent-document-type"
            label="证件类型"
            options={DOCUMENT_TYPES.map((key) => ({ key, text: documentTypeWord(key) }))}
            value={type}
            onChange={setType}
          />
          <TextField
            id="agent-document"
            label="证件号码"
            type="idcard"
            value={number}
            maxlength={40}
            error={lacks(number, '证件号码')}
            onChange={setNumber}
          />
        </Group>
      ) : null}
    </Page>
  );
}

type Told = {
  way: Way | null;
  name: string;
  phone: string;
  address: string;
  type: DocumentType;
  number: string;
};

/** What is sent; null while something is missing. */
function bodyOf({ way, name, phone, address, type, number }: Told): Body | null {
  switch (way) {
    case null:
      return null;
    case 'in-person':
      return { method: way };
    case 'courier':
      return name.trim() && phone.trim() && address.trim()
        ? { method: way, delivery: { recipient: name, phone, address } }
        : null;
    case 'agent-letter':
      return name.trim() && number.trim()
        ? { method: way, agent: { name, documentType: type, documentNumber: number } }
        : null;
  }
}
