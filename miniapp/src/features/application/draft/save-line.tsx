import { View } from '@tarojs/components';
import { confirm } from '../../../platform';
import { NoticeBar, TextButton } from '../../../ui';
import { RefusalNote } from '../refusal-note';
import { type Saving, drop, flush, refetch } from './draft-store';

/** Tells how far saving has come; says more only when something is in the way. */
export function SaveLine({
  id,
  saving,
  hasUnsaved = false,
}: {
  id: string;
  saving: Saving;
  /** Whether something typed cannot be saved as it stands. */
  hasUnsaved?: boolean;
}) {
  switch (saving.state) {
    case 'saved':
      return <View className="save-line">{hasUnsaved ? '有内容填写有误，改正后自动保存' : '草稿已保存'}</View>;
    case 'waiting':
    case 'saving':
      return <View className="save-line">正在保存…</View>;
    case 'kept':
      return (
        <NoticeBar tone="warn" isAnswer title="网络连接不上，还没有保存">
          请不要关闭，网络恢复后自动保存。为了安全，证件和联系方式不会存进手机，关闭后要重新填写。
          <TextButton id="save-again" text="重新保存" onTap={() => void flush(id)} />
        </NoticeBar>
      );
    case 'changed':
      return <ChangedBar id={id} />;
    case 'refused':
      return <RefusalNote refusal={saving.refusal} />;
  }
}

/** The same draft was saved from another phone or page: the candidate decides whose words stay. */
function ChangedBar({ id }: { id: string }) {
  const mine = async () => {
    await refetch(id);
    await flush(id);
  };
  const theirs = async () => {
    const sure = await confirm({ title: '放弃刚才的修改', text: '改用别处保存的内容。', yes: '放弃修改' });
    if (!sure) return;
    drop(id);
    await refetch(id);
  };
  return (
    <NoticeBar tone="warn" title="这份报名刚在别处修改过">
      请选择以哪一份为准。
      <View className="save-line__ways">
        <TextButton id="keep-mine" text="保存我刚填的" onTap={() => void mine()} />
        <TextButton id="keep-theirs" text="用别处保存的" onTap={() => void theirs()} />
      </View>
    </NoticeBar>
  );
}
