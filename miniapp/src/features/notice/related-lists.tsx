import type { Condition, MajorList, Notice, OccupationList, PrintedName } from '@jikaotong/shared/notice';
import { schoolWord } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Sheet, Source, TextButton } from '../../ui';
import { relatedListsOf } from './lists-of';
import './related-lists.scss';

type Props = {
  notice: Pick<Notice, 'relatedOccupations' | 'relatedMajors'>;
  conditions: readonly Condition[];
  /** Tells apart the buttons of several conditions on one screen. */
  id: string;
};

/** The lists that a condition's footnotes name (① 相关职业, ② 相关专业), one tap away; nothing where it names none. */
export function RelatedLists({ notice, conditions, id }: Props) {
  const [shown, setShown] = useState<'occupations' | 'majors' | null>(null);
  const { occupations, majors } = relatedListsOf(notice, conditions);
  return (
    <View className="related">
      {occupations.length > 0 ? (
        <TextButton id={`${id}-occupations`} text="看相关职业名单" onTap={() => setShown('occupations')} />
      ) : null}
      {majors.length > 0 ? (
        <TextButton id={`${id}-majors`} text="看相关专业名单" onTap={() => setShown('majors')} />
      ) : null}
      {shown ? (
        <Sheet title={shown === 'majors' ? '相关专业' : '相关职业'} onClose={() => setShown(null)}>
          {shown === 'majors'
            ? majors.map((list) => (
                <OneList key={list.id} title={list.schools.map(schoolWord).join('、')} list={list} />
              ))
            : occupations.map((list) => <OneList key={list.id} title={null} list={list} />)}
        </Sheet>
      ) : null}
    </View>
  );
}

type ListProps = { title: string | null; list: OccupationList | MajorList };

function OneList({ title, list }: ListProps) {
  const categories = 'categories' in list ? list.categories : [];
  return (
    <View className="related__list">
      <Source of={list.source}>{title ?? `共 ${list.names.length} 个`}</Source>
      {categories.length > 0 ? <View className="related__names">专业大类：{categories.join('、')}</View> : null}
      {list.names.length > 0 ? <View className="related__names">{list.names.map(nameWords).join('、')}</View> : null}
      <Source of={list.open.source}>
        <View className="related__open">
          {list.open.value ? '名单以“等”结尾，没有列出的由工作人员认定' : '名单没有写“等”，没有列出的由工作人员审核'}
        </View>
      </Source>
    </View>
  );
}

/** The name as it is meant; where the print is damaged, as printed too. */
const nameWords = ({ raw, corrected }: PrintedName): string =>
  corrected === undefined ? raw : `${corrected}（通知印作“${raw}”）`;
