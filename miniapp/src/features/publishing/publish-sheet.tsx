import { type NoticeDraftView, publishing } from '@jikaotong/shared/contract';
import { versionWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, No, Sheet } from '../../ui';
import { affectedWords } from './draft-words';

/** The last look before everybody sees it. */
export function PublishSheet({ draft, onClose }: { draft: NoticeDraftView; onClose: () => void }) {
  const publish = useCommand(publishing.publishNotice);
  const next = versionWords(draft.runningVersion + 1);
  const go = async () => {
    const reply = await publish.run({ params: { id: draft.id } });
    if (!reply.ok) return;
    toast(`已发布${versionWords(reply.data.version)}`);
    onClose();
  };
  const running = draft.sessions.map(({ name }) => name).join('、');
  return (
    <Sheet
      title={`发布${next}`}
      onClose={onClose}
      action={<BigButton id="publish-notice-yes" text="确认发布" busy={publish.busy} onTap={() => void go()} />}
    >
      <No refusal={publish.refusal} />
      <Group title="发布后">
        <Cell title="通知" note={affectedWords(draft.affected)} />
        {running === '' ? null : <Cell title="批次改用新版" note={`${running}；报名、考试等日期不变`} />}
        <Cell title="已提交的申报" note="条件和费用仍按提交时的版本" />
        <Cell title="未提交的申报" note="按新版的条件、材料和费用" />
      </Group>
      <View>发布后不能撤回，有错请改好文件再发布一版。</View>
    </Sheet>
  );
}
