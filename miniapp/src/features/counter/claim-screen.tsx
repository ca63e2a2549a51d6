import { slips } from '@jikaotong/shared/contract';
import { DOCUMENT_TYPES, type DocumentType } from '@jikaotong/shared/notice';
import { documentTypeWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { open, replace, toast, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, RefusalMessage, Page, PickField, TextField } from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';

/** Takes over what a clerk entered at the counter, so that it stands in one's own list. */
export function ClaimScreen() {
  const { phase } = useSignIn();
  if (phase === 'in') return <Claim />;
  return (
    <Page>
      <SignInGate why="用在窗口留下的手机号登录后找回。">{null}</SignInGate>
    </Page>
  );
}

function Claim() {
  const { account } = useSignIn();
  const hasConsented = useConsent();
  const [consenting, setConsenting] = useState(false);
  const [name, setName] = useState('');
  const [documentType, setDocumentType] = useState<DocumentType>('resident-id');
  const [documentNumber, setDocumentNumber] = useState('');
  const claim = useCommand(slips.claimWalkIn);
  const phone = account?.phoneMasked ?? null;
  const isFilled = name.trim() !== '' && documentNumber.trim() !== '';
  const send = async () => {
    setConsenting(false);
    const reply = await claim.run({ body: { name, documentType, documentNumber } });
    if (!reply.ok) return;
    toast('找到了，已放进您的账号');
    replace('/packages/apply/detail/index', { id: reply.data.id });
  };
  return (
    <Page
      action={
        phone ? (
          <BigButton
            id="claim"
            text="找回"
            busy={claim.busy}
            disabled={!isFilled}
            onTap={() => (hasConsented ? void send() : setConsenting(true))}
          />
        ) : (
          <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
        )
      }
    >
      <Heading title="找回窗口报名">在窗口由工作人员代为报名的，找回后可以在手机上查进度、缴费、看准考证。</Heading>
      <Group title="窗口登记的信息" foot="姓名、证件和手机号都要与窗口登记的一致，一天可以试五次。">
        <TextField
          id="claim-name"
          label="姓名"
          value={name}
          maxlength={50}
          placeholder="与证件一致"
          autocomplete="name"
          onChange={setName}
        />
        <PickField
          id="claim-document-type"
          label="证件类型"
          options={DOCUMENT_TYPES.map((key) => ({ key, text: documentTypeWord(key) }))}
          value={documentType}
          onChange={setDocumentType}
        />
        <TextField
          id="claim-document-number"
          label="证件号码"
          type={documentType === 'resident-id' ? 'idcard' : 'text'}
          value={documentNumber}
          maxlength={40}
          placeholder="请对照证件填写"
          onChange={setDocumentNumber}
        />
        <Cell title="手机号" value={phone ?? '还没有绑定'} note="登录时验证过的手机号" />
      </Group>
      <RefusalMessage refusal={claim.refusal} />
      {consenting ? <ConsentSheet onDone={() => void send()} onClose={() => setConsenting(false)} /> : null}
    </Page>
  );
}
