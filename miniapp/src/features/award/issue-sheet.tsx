import { type CertificatePreview, type StaffSessionView, certificates } from '@jikaotong/shared/contract';
import { certificateHoldWord, offeringWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { open, toast, useAnswer, useCommand } from '../../platform';
import { BigButton, Cell, Group, Loaded, NoticeBar, RefusalMessage, Sheet } from '../../ui';
import './award.scss';

type Props = { session: Pick<StaffSessionView, 'id' | 'bodyId'>; onClose: () => void };

/** Issues, after showing to how many, under which numbers, who waits and what is missing. */
export function IssueSheet({ session, onClose }: Props) {
  const params = { id: session.id };
  const preview = useAnswer(certificates.previewCertificates, { params });
  const issue = useCommand(certificates.issueCertificates);
  const ready = preview.state === 'ready' ? preview.data : null;
  const count = ready?.candidates ?? 0;
  const yes = async () => {
    const reply = await issue.run({ params, body: { candidates: count, withoutSeal: ready?.sealed === false } });
    if (!reply.ok) return;
    toast(`已发放 ${reply.data.issued} 份证书`);
    onClose();
  };
  const text = ready?.sealed === false ? `不带印章，发放 ${count} 份` : `发放 ${count} 份`;
  return (
    <Sheet
      title="发放证书"
      onClose={onClose}
      {...(count > 0 && {
        action: <BigButton id="issue-certificates-yes" text={text} busy={issue.busy} onTap={() => void yes()} />,
      })}
    >
      <RefusalMessage refusal={issue.refusal} />
      <Loaded answer={preview}>{(data) => <Preview of={data} bodyId={session.bodyId} />}</Loaded>
    </Sheet>
  );
}

function Preview({ of, bodyId }: { of: CertificatePreview; bodyId: string }) {
  return (
    <>
      {of.demonstration ? <NoticeBar tone="warn">本机构用的是演示编号，没有备案，证书只能用来演示。</NoticeBar> : null}
      {of.sealed ? null : (
        <>
          <NoticeBar tone="warn">还没有上传机构印章，证书上不会有章。</NoticeBar>
          <Group>
            <Cell id="go-seal" title="去上传印章" onTap={() => open('/packages/staff/body/index', { id: bodyId })} />
          </Group>
        </>
      )}
      <Group title={`现在发放 ${of.candidates} 份`}>
        {of.offerings.map(({ offering, candidates, firstNumber, lastNumber }) => (
          <Cell
            key={offering.code}
            title={offeringWords(offering)}
            value={`${candidates} 份`}
            note={<View className="award__number">{numbersBetween(firstNumber, lastNumber)}</View>}
          />
        ))}
        {of.offerings.length === 0 ? <Cell title="没有可以发放的人" /> : null}
      </Group>
      {of.held.map(({ hold, offering, names }) => (
        <Group key={`${hold} ${offering.code}`} title={`暂不发放 ${names.length} 人`}>
          <Cell title={offeringWords(offering)} note={certificateHoldWord(hold)} />
          <Cell title={names.join('、')} />
        </Group>
      ))}
      {of.alreadyIssued > 0 ? <View>本批次已发过 {of.alreadyIssued} 份，不会重发。</View> : null}
      <View>编号发出后不能收回，考生会收到通知。</View>
    </>
  );
}

const numbersBetween = (first: string, last: string): string => (first === last ? first : `${first} 至 ${last}`);
