import { DOCUMENT_TYPES, type DocumentType } from '@jikaotong/shared/notice';
import { documentTypeWord } from '@jikaotong/shared/words';
import { type ComponentProps, type ReactNode, useState } from 'react';
import { open, useSignIn } from '../../platform';
import { BigButton, Cell, Group, Heading, Page, PickField, RefusalMessage, TextField } from '../../ui';
import { ConsentSheet, useConsent } from './consent-sheet';
import { SignInGate } from './sign-in-gate';

type Claimed = {
  readonly name: string;
  readonly documentType: DocumentType;
  readonly documentNumber: string;
  readonly code?: string;
};
type Props = {
  readonly title: string;
  /** What one has of it. */
  readonly children: ReactNode;
  /** What leads on from a refusal. */
  readonly after?: ReactNode;
  /** Why one has to be signed in. */
  readonly why: string;
  /** Who wrote down what is compared: `单位`. */
  readonly writtenBy: string;
  /** What `writtenBy` handed out on paper, which counts in the place of the phone. */
  readonly paper?: { readonly label: string; readonly hint: string; readonly says: string };
  readonly button: { readonly id: string; readonly text: string };
  readonly busy: boolean;
  readonly refusal: ComponentProps<typeof RefusalMessage>['refusal'];
  readonly onClaim: (claimed: Claimed) => void;
};

/** Takes over what others entered, by name, document and the phone that one has proven; asks for consent first. */
export function ClaimPage(props: Props) {
  const { phase } = useSignIn();
  if (phase === 'in') return <Claim {...props} />;
  return (
    <Page>
      <SignInGate why={props.why}>{null}</SignInGate>
    </Page>
  );
}

function Claim({ title, children, after, writtenBy, paper, button, busy, refusal, onClaim }: Props) {
  const { account } = useSignIn();
  const hasConsented = useConsent();
  const [consenting, setConsenting] = useState(false);
  const [name, setName] = useState('');
  const [documentType, setDocumentType] = useState<DocumentType>('resident-id');
  const [documentNumber, setDocumentNumber] = useState('');
  const [code, setCode] = useState('');
  const phone = account?.phoneMasked ?? null;
  const isFilled = name.trim() !== '' && documentNumber.trim() !== '';
  const send = () => {
    setConsenting(false);
    onClaim({ name, documentType, documentNumber, ...(code.trim() === '' ? {} : { code }) });
  };
  return (
    <Page
      action={
        phone || code.trim() !== '' ? (
          <BigButton
            {...button}
            busy={busy}
            waitsFor={!isFilled && '请先填姓名和证件号码'}
            onTap={() => (hasConsented ? send() : setConsenting(true))}
          />
        ) : (
          <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
        )
      }
    >
      <Heading title={title}>{children}</Heading>
      <Group
        title={`${writtenBy}登记的信息`}
        foot={`姓名、证件和手机号都要与${writtenBy}登记的一致${paper ? `；${paper.says}的，手机号可以不一致` : ''}。一天可以试五次。`}
      >
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
        {paper ? (
          <TextField
            id="claim-code"
            label={`${paper.label}（没有就留空）`}
            value={code}
            maxlength={40}
            placeholder={paper.hint}
            onChange={setCode}
          />
        ) : null}
        <Cell title="手机号" value={phone ?? '还没有绑定'} note="登录时验证过的手机号" />
      </Group>
      <RefusalMessage refusal={refusal} />
      {after}
      {consenting ? <ConsentSheet onDone={send} onClose={() => setConsenting(false)} /> : null}
    </Page>
  );
}
