import { rosterRows } from '@jikaotong/shared/contract';
import { DOCUMENT_TYPES, type DocumentType } from '@jikaotong/shared/notice';
import { documentTypeWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import { open, replace, toast, useCommand, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Page, PickField, RefusalMessage, TextField } from '../../ui';
import { ConsentSheet, SignInGate, useConsent } from '../account';

/** Takes over what one's unit entered, so that it stands in one's own list and can be confirmed. */
export function ClaimRowScreen() {
  const { phase } = useSignIn();
  if (phase === 'in') return <Claim />;
  return (
    <Page>
      <SignInGate why="用单位登记的您本人的手机号登录。">{null}</SignInGate>
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
  const claim = useCommand(rosterRows.claimRosterRow);
  const isFilled = name.trim() !== '' && documentNumber.trim() !== '';
  const send = async () => {
    setConsenting(false);
    const reply = await claim.run({ body: { name, documentType, documentNumber } });
    if (!reply.ok) return;
    toast('找到了，请核对');
    replace('/packages/unit/confirm/index', { id: reply.data.applicationId });
  };
  return (
    <Page
      action={
        account?.phoneMasked ? (
          <BigButton
            id="claim-row"
            text="找到我的报名"
            busy={claim.busy}
            disabled={!isFilled}
            onTap={() => (hasConsented ? void send() : setConsenting(true))}
          />
        ) : (
          <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
        )
      }
    >
      <Heading title="单位替我报了名">找到以后由您核对、确认，还可以看进度、准考证和成绩。</Heading>
      <Group title="单位登记的信息" foot="姓名、证件和手机号都要与单位登记的一致，一天可以试五次。">
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
        <Cell title="手机号" value={account?.phoneMasked ?? '还没有绑定'} note="登录时验证过的手机号" />
      </Group>
      <RefusalMessage refusal={claim.refusal} />
      {consenting ? <ConsentSheet onDone={() => void send()} onClose={() => setConsenting(false)} /> : null}
    </Page>
  );
}
