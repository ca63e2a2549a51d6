import {
  type RegisterState,
  type StaffCertificateView,
  type StaffCollectionView,
  certificates,
  collections,
} from '@jikaotong/shared/contract';
import { certificateStateWord, fullDayWords, offeringWords, registerStateWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { confirm, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Loaded, NoticeBar, ProseField, RefusalMessage, Sheet } from '../../ui';
import { useStaff } from '../staff';
import { HandOverPart } from './hand-over-part';
import './award.scss';

type Props = { id: string; onClose: () => void };

/** One certificate: how it stands, and where staff may, making it void or replacing it. */
export function CertificateSheet({ id, onClose }: Props) {
  const answer = useAnswer(collections.getStaffCollection, { params: { id } });
  return answer.state === 'ready' ? (
    <Known of={answer.data} onClose={onClose} />
  ) : (
    <Sheet title="证书" onClose={onClose}>
      <Loaded answer={answer}>{() => null}</Loaded>
    </Sheet>
  );
}

const DIFFERS: Readonly<Record<StaffCertificateView['differs'][number], string>> = {
  name: '姓名',
  documentNumber: '证件号码',
  photo: '照片',
};

/** As the list says it; null: it holds no more, and nobody finds it. */
function registerOf({ state, registeredOn }: StaffCollectionView): RegisterState | null {
  const holds = state === 'issued' || state === 'to-replace';
  if (registeredOn === null) return holds ? 'pending' : null;
  return holds ? 'confirmed' : 'to-withdraw';
}

function Known({ of, onClose }: { of: StaffCollectionView; onClose: () => void }) {
  const { id, bodyId, number, state, name, nameNow, differs } = of;
  const { may } = useStaff();
  const [reason, setReason] = useState('');
  const replace = useCommand(certificates.replaceCertificate);
  const makeVoid = useCommand(certificates.voidCertificate);
  const again = useCommand(collections.duplicateCertificate);
  const decides = state !== 'replaced' && may(certificates.voidCertificate, bodyId);
  const request = { params: { id }, body: { reason: reason.trim() } };
  const register = registerOf(of);
  const lacks = reason.trim() === '';
  const goReplace = async () => {
    const reply = await replace.run(request);
    if (!reply.ok) return;
    toast('已换发，考生会收到通知');
    onClose();
  };
  const goAgain = async () => {
    const text = '编号不变，证书上标明补发，重新打印后再领取。';
    if (!(await confirm({ title: '补发这份证书', text, yes: '补发' }))) return;
    const reply = await again.run({ params: { id }, body: { reason: reason.trim(), duplicates: of.duplicates } });
    if (!reply.ok) return;
    toast('已补发，请重新打印');
    onClose();
  };
  const goVoid = async () => {
    const text = '作废后编号不能再用，核验时显示已作废。';
    if (!(await confirm({ title: '作废这份证书', text, yes: '作废', danger: true }))) return;
    const reply = await makeVoid.run(request);
    if (!reply.ok) return;
    toast('已作废，考生会收到通知');
    onClose();
  };
  return (
    <Sheet title="证书" onClose={onClose}>
      {differs.length > 0 && state !== 'replaced' ? (
        <NoticeBar tone="warn" title="证书上的信息已更正">
          {differs.map((one) => DIFFERS[one]).join('、')}与现在的不一致
          {differs.includes('name') && nameNow ? `，现在的姓名是${nameNow}` : ''}，请更正换发。
        </NoticeBar>
      ) : null}
      <Group>
        <Cell title="姓名" value={name} />
        <Cell title={offeringWords(of.offering)} note={<View className="award__number">{number}</View>} />
        <Cell title="状态" value={certificateStateWord(state)} />
        <Cell title="发证日期" value={fullDayWords(of.issuedOn)} />
        {of.voidedOn ? <Cell title="作废日期" value={fullDayWords(of.voidedOn)} /> : null}
        {of.voidReason ? <Cell title="作废原因" note={of.voidReason} /> : null}
        {of.duplicatedOn ? <Cell title="补发日期" value={fullDayWords(of.duplicatedOn)} /> : null}
        {register === null ? null : <Cell title="官网" value={registerStateWord(register)} />}
        {of.replacedBy ? (
          <Cell title="换发的新证书" note={<View className="award__number">{of.replacedBy}</View>} />
        ) : null}
        {of.replaces ? <Cell title="代替的旧证书" note={<View className="award__number">{of.replaces}</View>} /> : null}
      </Group>
      {decides && state === 'issued' ? <HandOverPart of={of} onDone={onClose} /> : null}
      {decides ? (
        <>
          <ProseField
            id="certificate-reason"
            label={`${state === 'void' ? '换发' : '补发、换发或作废'}的原因（考生看得到）`}
            maxlength={200}
            value={reason}
            onChange={setReason}
          />
          <RefusalMessage refusal={replace.refusal ?? makeVoid.refusal ?? again.refusal} />
          {state === 'void' ? null : (
            <BigButton
              id="duplicate-certificate"
              text="遗失补发（编号不变）"
              tone="plain"
              busy={again.busy}
              waitsFor={lacks && '先写原因，再补发'}
              onTap={() => void goAgain()}
            />
          )}
          <BigButton
            id="replace-certificate"
            tone="plain"
            text="更正换发（新编号）"
            busy={replace.busy}
            waitsFor={lacks && '先写原因，再换发'}
            onTap={() => void goReplace()}
          />
          {state === 'void' ? null : (
            <BigButton
              id="void-certificate"
              text="作废"
              tone="danger"
              busy={makeVoid.busy}
              waitsFor={lacks && '先写原因，再作废'}
              onTap={() => void goVoid()}
            />
          )}
        </>
      ) : null}
    </Sheet>
  );
}
