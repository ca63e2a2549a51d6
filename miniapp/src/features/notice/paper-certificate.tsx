import { notices } from '@jikaotong/shared/contract';
import { View } from '@tarojs/components';
import { useAnswer } from '../../platform';
import { Group, Source } from '../../ui';
import { Originals } from './originals';
import './paper-certificate.scss';

/** When and how the printed certificate comes, by the notice; silent where it says nothing. */
export function PaperCertificate({ noticeId, issued }: { noticeId: string; issued: boolean }) {
  const answer = useAnswer(notices.getNotice, { params: { id: noticeId } });
  if (answer.state !== 'ready') return null;
  const { certificate } = answer.data.notice;
  const [first] = certificate?.collection ?? [];
  if (!certificate || !first) return null;
  return (
    <Group title="纸质证书">
      <Originals notice={noticeId}>
        <View className="paper-certificate">
          <Source of={certificate.announcedBy?.source ?? first.source}>
            {issued ? null : <View>公示结束、证书发放后，先在这里看到电子证书。</View>}
            {certificate.collection.map(({ text }) => (
              <View key={text}>· {text}</View>
            ))}
            {certificate.announcedBy ? <View>领取时间和方式：{certificate.announcedBy.value}</View> : null}
          </Source>
        </View>
      </Originals>
    </Group>
  );
}
