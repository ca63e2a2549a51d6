import { notices } from '@jikaotong/shared/contract';
import { Text, View } from '@tarojs/components';
import { useEffect } from 'react';
import { scrollTo, useAnswer } from '../../../platform';
import { Card, Loaded, NoticeBar, Page } from '../../../ui';
import { passageOf } from './passage-of';
import './original.scss';

type Props = { id: string; quoted: { clause: string; quote: string } | null };

/** The notice as it was published; one who comes from a clause sees its lines marked. */
export function OriginalScreen({ id, quoted }: Props) {
  const answer = useAnswer(notices.getNoticeText, { params: { id } });
  return (
    <Page>
      <Loaded answer={answer}>{({ text }) => <Original text={text.trim()} quoted={quoted} />}</Loaded>
    </Page>
  );
}

function Original({ text, quoted }: { text: string; quoted: Props['quoted'] }) {
  const passage = quoted ? passageOf(text, quoted) : null;
  const isMarked = passage !== null;
  useEffect(() => {
    if (isMarked) scrollTo('#passage');
  }, [isMarked]);
  if (!passage) {
    return (
      <>
        {quoted ? <NoticeBar tone="info">原文里没有找到这一段，下面是全文。</NoticeBar> : null}
        <Card>
          <View className="original">
            <Text userSelect>{text}</Text>
          </View>
        </Card>
      </>
    );
  }
  return (
    <Card>
      <View className="original">
        <Text userSelect>{passage.before.trimEnd()}</Text>
      </View>
      <View id="passage" className="original original__passage">
        <Text userSelect>{passage.marked}</Text>
      </View>
      <View className="original">
        <Text userSelect>{passage.after.replace(/^\n+/, '')}</Text>
      </View>
    </Card>
  );
}
