import { type CertificateView, applications, certificates } from '@jikaotong/shared/contract';
import { certificateStateWord, documentTypeWord, fullDayWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import {
  IN_WECHAT,
  type Refusal,
  copy,
  fileAddress,
  open,
  openFile,
  openLink,
  savePicture,
  toast,
  useAnswer,
  useShare,
  useSignIn,
} from '../../platform';
import { BigButton, Card, Cell, Group, Loaded, RefusalMessage, NoticeBar, Page, Qr, Picture } from '../../ui';
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
  const save = async (number: string) => {
    setBusy(true);
    const reply = await savePicture(certificates.downloadCertificatePicture, { params }, `证书-${number}`);
    setBusy(false);
    setRefusal(reply.ok ? null : reply);
    if (reply.ok && reply.data) toast(IN_WECHAT ? '已存到相册' : '已下载');
  };
  const shown = answer.state === 'ready' && answer.data.state !== 'void' ? answer.data : null;
  // whoever sends it on means to show it: the address says whose it is, as the code on it does
  useShare(
    shown ? `${shown.name}的职业技能等级证书` : '证书核验',
    shown ? `/packages/exam/verify/index?token=${shown.qr}` : '/packages/exam/verify/index',
  );
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
      <Loaded answer={answer}>
        {(certificate) => (
          <Certificate certificate={certificate} noticeId={noticeId} onSave={() => void save(certificate.number)} />
        )}
      </Loaded>
    </Page>
  );
}

type Props = { certificate: CertificateView; noticeId: string | null; onSave: () => void };

function Certificate({ certificate, noticeId, onSave }: Props) {
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
          <Picture
            className="certificate__photo"
            src={fileAddress(certificate.photoUrl)}
            mode="aspectFit"
            label="证件照片"
          />
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
          {certificate.duplicatedOn ? ` · ${fullDayWords(certificate.duplicatedOn)}补发` : ''}
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
        {isVoid ? null : (
          <>
            <Cell
              id="save-certificate"
              title={IN_WECHAT ? '保存到手机相册' : '下载证书图片'}
              note="证件号码隐去一部分"
              onTap={onSave}
            />
            <Cell
              id="copy-certificate-link"
              title="复制核验链接"
              note="发给单位，对方打开就能核验"
              value="复制"
              onTap={() => void copy(certificate.link)}
            />
          </>
        )}
        <Cell
          id="copy-certificate-number"
          title="复制证书编号"
          value="复制"
          onTap={() => void copy(certificate.number)}
        />
        {lookupUrl === null ? null : certificate.registeredOn ? (
          <Cell id="official-look-up" title="官方证书查询" note={lookupUrl} onTap={() => openLink(lookupUrl)} />
        ) : isVoid ? null : (
          <Cell id="official-look-up" title="官方证书查询" note="待上传，上传后可以在这里打开" />
        )}
      </Group>
      {noticeId === null ? null : (
        <>
          {isVoid ? null : (
            <Group>
              <Cell
                id="collect-certificate"
                title="领取纸质证书"
                note="选择领取方式，查看进度"
                onTap={() => open('/packages/exam/collection/index', { id: certificate.applicationId })}
              />
            </Group>
          )}
          {isVoid ? null : <PaperCertificate noticeId={noticeId} issued />}
          <HelpLineOf noticeId={noticeId} />
        </>
      )}
    </>
  );
}
