import { type UnitView, files, units } from '@jikaotong/shared/contract';
import { UNIT_KINDS, type UnitKind } from '@jikaotong/shared/notice';
import { isUnitCode } from '@jikaotong/shared/rules/units';
import { unitFieldWord, unitTypeWord } from '@jikaotong/shared/words';
import { useState } from 'react';
import {
  type LocalFile,
  type Refusal,
  chooseDocument,
  open,
  replace,
  toast,
  upload,
  useAnswer,
  useCommand,
  useSignIn,
} from '../../platform';
import {
  BigButton,
  Cell,
  Check,
  Group,
  Heading,
  Loaded,
  NoticeBar,
  Page,
  PickField,
  RefusalMessage,
  TextField,
} from '../../ui';
import { SignInGate } from '../account';
import { ChosenFile } from './chosen-file';

/** Registers a unit, or mends what was sent back (`id`); `bodyId`: the body whose notice led here. */
export function RegisterScreen({ id, bodyId }: { id: string | null; bodyId: string | null }) {
  const { phase } = useSignIn();
  if (phase !== 'in')
    return (
      <Page>
        <SignInGate why="登录后登记单位。">{null}</SignInGate>
      </Page>
    );
  return id === null ? <NewUnit bodyId={bodyId} /> : <KnownUnit id={id} />;
}

function NewUnit({ bodyId }: { bodyId: string | null }) {
  const answer = useAnswer(units.listMyUnits, {});
  if (answer.state === 'ready') {
    const { bodies } = answer.data;
    const first = bodies.find(({ id }) => id === bodyId) ?? (bodies.length === 1 ? bodies[0] : undefined);
    return <Form known={null} bodies={bodies} {...(first && { firstBody: first.id })} />;
  }
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

function KnownUnit({ id }: { id: string }) {
  const answer = useAnswer(units.getUnit, { params: { id } });
  if (answer.state === 'ready') return <Form key={answer.data.version} known={answer.data} bodies={[]} />;
  return (
    <Page>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Page>
  );
}

/** Enters a unit that came by e-mail or in person, for staff. */
export const EnterUnitScreen = ({ bodyId }: { bodyId: string }) => <Form known={null} bodies={[]} entersFor={bodyId} />;

type Props = {
  known: UnitView | null;
  bodies: readonly { id: string; name: string }[];
  /** The body that is chosen to begin with. */
  firstBody?: string;
  /** The body whose staff enter it. */
  entersFor?: string;
};

function Form({ known, bodies, firstBody, entersFor }: Props) {
  const { account } = useSignIn();
  const [bodyId, setBodyId] = useState(entersFor ?? known?.bodyId ?? firstBody ?? null);
  const [name, setName] = useState(known?.name ?? '');
  const [kind, setKind] = useState<UnitKind | null>(known?.kind ?? null);
  const [code, setCode] = useState(known?.code ?? '');
  const [hasNoCode, setHasNoCode] = useState(known !== null && known.code === null);
  const [address, setAddress] = useState(known?.address ?? '');
  const [contactName, setContactName] = useState(known?.contactName ?? '');
  const [contactPhone, setContactPhone] = useState(known?.contactPhone ?? '');
  const [proofFileId, setProofFileId] = useState(known?.proofFileId ?? null);
  const [proof, setProof] = useState<LocalFile | null>(null);
  const [proofRefusal, setProofRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const [shown, setShown] = useState(false);
  const register = useCommand(units.registerUnit);
  const change = useCommand(units.changeUnit);
  const enter = useCommand(units.enterUnit);

  const isFree = known?.state === 'approved';
  const typed = code.replaceAll(/\s/g, '').toUpperCase();
  const remarkOf = (field: UnitView['remarks'][number]['field']) =>
    known?.remarks.find((remark) => remark.field === field)?.text ?? null;
  const faultOf = (field: Parameters<typeof remarkOf>[0], fault: string | null) => (shown ? fault : remarkOf(field));
  const faults = {
    name: name.trim().length < 2 ? '请填写营业执照或法人证书上的全称' : null,
    code: hasNoCode || isUnitCode(typed) ? null : typed.length === 18 ? '代码不对，请逐位核对' : '应为 18 位',
    address: address.trim() === '' ? '请填写地址' : null,
    contactName: contactName.trim() === '' ? '请填写联系人' : null,
    contactPhone: /^1\d{10}$/.test(contactPhone.replaceAll(/\s/g, '')) ? null : '请填写 11 位手机号',
  };
  const isWhole = Object.values(faults).every((fault) => fault === null) && kind !== null && proofFileId !== null;

  const addProof = async () => {
    const file = await chooseDocument();
    if (!file) return;
    setSending(true);
    const sent = await upload(files.uploadFile, { query: { purpose: 'document' } }, file);
    setSending(false);
    setProofRefusal(sent.ok ? null : sent);
    if (!sent.ok) return;
    setProofFileId(sent.data.id);
    setProof(file);
  };
  const go = async () => {
    setShown(true);
    if (!isWhole || bodyId === null) return;
    const contact = { address, contactName, contactPhone };
    const told = { name, kind, code: hasNoCode ? null : typed, ...contact, proofFileId };
    if (entersFor) {
      const entered = await enter.run({ params: { id: entersFor }, body: told });
      if (entered.ok) replace('/packages/unit/judge/index', { id: entered.data.id });
      return;
    }
    const reply = known
      ? await change.run({ params: { id: known.id }, body: isFree ? contact : told }, { ifMatch: known.version })
      : await register.run({ body: { bodyId, ...told } });
    if (!reply.ok) return;
    toast(isFree ? '已保存' : '已提交，等协会审核');
    replace('/packages/unit/unit/index', { id: reply.data.id });
  };
  return (
    <Page
      action={
        account?.phoneMasked || entersFor ? (
          <BigButton
            id="send-unit"
            text={isFree || entersFor ? '保存' : '提交审核'}
            busy={register.busy || change.busy || enter.busy}
            onTap={() => void go()}
          />
        ) : (
          <BigButton id="bind-phone" text="先绑定手机号" onTap={() => open('/pages/phone/index')} />
        )
      }
    >
      <Heading title={known ? '修改单位信息' : entersFor ? '录入单位' : '登记单位'}>
        {entersFor
          ? '来函、来件或到场的单位：核对证明后录入，不必再审核。'
          : isFree
            ? '名称、代码和证明已经审核，要改请联系协会。'
            : '与营业执照或法人证书一致，协会核对后就可以交名单。'}
      </Heading>
      {known && known.remarks.length > 0 ? (
        <NoticeBar tone="warn" title="请修改这几处">
          {known.remarks.map(({ field, text }) => `${unitFieldWord(field)}：${text}`).join('；')}
        </NoticeBar>
      ) : null}
      {isFree ? null : (
        <Group title="单位">
          {known || entersFor ? null : (
            <PickField
              id="unit-body"
              label="向哪个协会报名"
              options={bodies.map((body) => ({ key: body.id, text: body.name }))}
              value={bodyId}
              error={shown && bodyId === null ? '请选择协会' : null}
              onChange={setBodyId}
            />
          )}
          <TextField
            id="unit-name"
            label={unitFieldWord('name')}
            maxlength={80}
            value={name}
            error={faultOf('name', faults.name)}
            onChange={setName}
          />
          <PickField
            id="unit-kind"
            label={unitFieldWord('kind')}
            options={UNIT_KINDS.map((key) => ({ key, text: unitTypeWord(key) }))}
            value={kind}
            error={faultOf('kind', kind === null ? '请选择类型' : null)}
            onChange={setKind}
          />
          {hasNoCode ? null : (
            <TextField
              id="unit-code"
              label={unitFieldWord('code')}
              maxlength={24}
              value={code}
              error={faultOf('code', faults.code)}
              onChange={setCode}
            />
          )}
          <Check id="unit-no-code" text="单位没有统一社会信用代码" checked={hasNoCode} onChange={setHasNoCode} />
          <Cell
            id="unit-proof"
            title={unitFieldWord('proof')}
            note={
              faultOf('proof', proofFileId === null ? '请上传证明材料' : null) ??
              (entersFor
                ? '来函或邮件的截图、营业执照等'
                : hasNoCode
                  ? '上级单位证明等，拍照或 PDF'
                  : '营业执照或法人证书，拍照或 PDF')
            }
            value={isSending ? '正在上传' : proofFileId ? '已上传' : '上传'}
            onTap={() => void addProof()}
          >
            {proof ? <ChosenFile file={proof} /> : null}
          </Cell>
          <RefusalMessage refusal={proofRefusal} />
        </Group>
      )}
      <Group title="联系">
        <TextField
          id="unit-address"
          label={unitFieldWord('address')}
          maxlength={120}
          value={address}
          error={faultOf('address', faults.address)}
          onChange={setAddress}
        />
        <TextField
          id="unit-contact"
          label={unitFieldWord('contactName')}
          maxlength={50}
          value={contactName}
          error={faultOf('contactName', faults.contactName)}
          onChange={setContactName}
        />
        <TextField
          id="unit-phone"
          label={unitFieldWord('contactPhone')}
          type="number"
          maxlength={13}
          value={contactPhone}
          error={faultOf('contactPhone', faults.contactPhone)}
          onChange={setContactPhone}
        />
      </Group>
      <RefusalMessage refusal={register.refusal ?? change.refusal ?? enter.refusal} />
    </Page>
  );
}
