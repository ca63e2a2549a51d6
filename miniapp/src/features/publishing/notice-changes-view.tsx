import type { NoticeChangeView } from '@jikaotong/shared/contract';
import { changeGroupWord, changeSentence, changedValues } from '@jikaotong/shared/words';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Group, SourceText, Tappable, TextButton } from '../../ui';
import './publishing.scss';

/** What differs between two versions, by what people care about; old and new words one tap away. */
export function NoticeChangesView({ changes }: { changes: readonly NoticeChangeView[] }) {
  const [all, setAll] = useState(false);
  const decisive = changes.filter(({ wordsOnly }) => !wordsOnly);
  const shown = all ? changes : decisive;
  const groups = [...new Set(shown.map(({ group }) => group))];
  const words = changes.length - decisive.length;
  return (
    <>
      {groups.map((group) => (
        <Group key={group} title={changeGroupWord(group)}>
          {shown
            .filter((change) => change.group === group)
            .map((change) => (
              <Change
                key={`${change.unit} ${change.what} ${change.path} ${change.offerings?.join() ?? ''}`}
                of={change}
              />
            ))}
        </Group>
      ))}
      {words > 0 && !all ? (
        <Group>
          <View className="change">
            <TextButton
              id="show-words-only"
              text={`另有 ${words} 处只是文字不同，规定不变，点开看`}
              onTap={() => setAll(true)}
            />
          </View>
        </Group>
      ) : null}
    </>
  );
}

function Change({ of: change }: { of: NoticeChangeView }) {
  const [open, setOpen] = useState(false);
  const [before, after] = [change.before?.source ?? null, change.after?.source ?? null];
  const values = changedValues(change);
  return (
    <View className="change">
      <View>{changeSentence(change)}</View>
      {(change.before?.text ?? null) === null && values.length > 0 ? (
        <View className="change__value">{values.join('；')}</View>
      ) : null}
      {before || after ? (
        <Tappable className="change__more" expanded={open} onTap={() => setOpen(!open)}>
          <Text>{open ? '收起原文' : '对照原文'}</Text>
        </Tappable>
      ) : null}
      {open ? (
        <>
          {before ? (
            <>
              <View className="change__side">原来</View>
              <SourceText of={before} forStaff />
            </>
          ) : null}
          {after ? (
            <>
              <View className="change__side">现在</View>
              <SourceText of={after} forStaff />
            </>
          ) : null}
        </>
      ) : null}
    </View>
  );
}
