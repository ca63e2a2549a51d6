import { type CertificateView, applications, certificates } from '@jikaotong/shared/contract';
import { certificateStateWord, documentTypeWord, fullDayWords } from '@jikaotong/shared/words';
import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { type Refusal, copy, fileAddress, openFile, openLink, useAnswer, useSignIn } from '../../platform';
import { BigButton, Card, Cell, Group, Loaded, RefusalMessage, NoticeBar, Page, Qr } from '../../ui';
import { SignInGate } from '../account';
import { HelpLineOf, OfferingName, PaperCertificate } from '../notice';
import './certificate.scss';

/** The certificate as a card, with the QR anybody can check, and the PDF. */
export function CertificateScreen({ applicationId }: { applicationId: string }) {
  const { phase } = useSignIn();
  if (phase === 'in') return <SignedIn applicationId={applicationId} />;
  return (
    <Page>
      <SignInGate why="登录后查看证书。">{null}</SignInGate>
    </Page>
  );
}

function SignedIn({ applicationId }: { applicationId: string }) {
  const params = { id: applicationId };
  const answer = useAnswer(certificates.getCertificate, { params });
  const application = useAnswer(applications.getApplication, { params });
  const noticeId = application.state === 'ready' ? application.data.noticeId : null;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const download = async (number: string) => {
    setBusy(true);
    const reply = await openFile(certificates.downloadCertificate, { params }, { name: `证书-${number}`, kind: 'pdf' });
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
  };
  return (
    <Page
      action={
        answer.state === 'ready' && answer.data.state !== 'void' ? (
          <BigButton
            id="certificate-pdf"
            text="打开证书 PDF"
            busy={busy}
            onTap={() => void download(answer.data.number)}
          />
        ) : undefined
      }
    >
      <RefusalMessage refusal={refusal} />
      <Loaded answer={answer}>{(certificate) => <Certificate certificate={certificate} noticeId={noticeId} />}</Loaded>
    </Page>
  );
}

function Certificate({ certificate, noticeId }: { certificate: CertificateView; noticeId: string | null }) {
  const { lookupUrl } = certificate;
  const isVoid = certificate.state === 'void';
  return (
    <>
      {isVoid ? (
        <NoticeBar tone="stop" title={`证书${certificateStateWord('void')}`}>
          {certificate.voidedOn ? `${fullDayWords(certificate.voidedOn)}起作废。` : null}
          {certificate.voidReason ? `原因：${certificate.voidReason}。` : null}如有疑问请打下面的电话。
        </NoticeBar>
      ) : (
        <NoticeBar tone="go" title="恭喜您取得证书">
          编号和二维码任何人都可以核验；下面可以保存图片或 PDF。
        </NoticeBar>
      )}
      <Card>
        <View className="certificate__title">职业技能等级证书</View>
        {isVoid ? <View className="certificate__void">{certificateStateWord('void')}</View> : null}
        <View className="certificate__head">
          <Image className="certificate__photo" src={fileAddress(certificate.photoUrl)} mode="aspectFit" />
          <View className="certificate__facts">
            <View className="certificate__name">{certificate.name}</View>
            <View className="certificate__fact">
              {documentTypeWord(certificate.documentType)} {certificate.documentNumberMasked}
            </View>
            <View className="certificate__offering">
              <OfferingName of={certificate.offering} />
            </View>
          </View>
        </View>
        <View className="certificate__label">证书编号</View>
        <View className={isVoid ? 'certificate__number certificate__number--void' : 'certificate__number'}>
          {certificate.number}
        </View>
        <View className="certificate__fact">
          {certificate.bodyName} · {fullDayWords(certificate.issuedOn)}
        </View>
        {isVoid ? null : (
          <View className="certificate__qr">
            <Qr text={certificate.link} label={`${certificate.name}的证书二维码`} />
            <View className="certificate__hint">任何人都可以扫码核验真伪</View>
          </View>
        )}
      </Card>
      {certificate.earlier.length > 0 ? (
        <Group title="以前的证书">
          {certificate.earlier.map(({ number, voidedOn, replaced }) => (
            <Cell
              key={number}
              title={certificateStateWord(replaced ? 'replaced' : 'void')}
              note={`${number}${voidedOn ? `　${fullDayWords(voidedOn)}起作废` : ''}`}
            />
          ))}
        </Group>
      ) : null}
      <Group>
        <Cell
          id="copy-certificate-number"
          title="复制证书编号"
          value="复制"
          onTap={() => void copy(certificate.number)}
        />
        {lookupUrl ? (
          <Cell id="official-look-up" title="官方证书查询" note={lookupUrl} onTap={() => openLink(lookupUrl)} />
        ) : null}
      </Group>
      {noticeId === null ? null : (
        <>
          {isVoid ? null : <PaperCertificate noticeId={noticeId} issued />}
          <HelpLineOf noticeId={noticeId} />
        </>
      )}
    </>
  );
}
