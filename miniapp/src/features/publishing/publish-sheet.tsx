import { type NoticeDraftView, publishing } from '@jikaotong/shared/contract';
import { versionWords } from '@jikaotong/shared/words';
import { View } from '@tarojs/components';
import { toast, useCommand } from '../../platform';
import { BigButton, Cell, Group, RefusalMessage, Sheet } from '../../ui';
import { affectedWords } from './draft-words';

type Props = {
  draft: NoticeDraftView;
  onClose: () => void;
  /** A colleague ended the draft or published meanwhile: the page below is to be read anew. */
  onOvertaken: () => void;
};

/** The last look before everybody sees it. */
export function PublishSheet({ draft, onClose, onOvertaken }: Props) {
  const publish = useCommand(publishing.publishNotice);
  const next = versionWords(draft.runningVersion + 1);
  const go = async () => {
    const reply = await publish.run({ params: { id: draft.id } });
    if (!reply.ok) {
      if (reply.code !== 'wrong-state' && reply.code !== 'draft-outdated') return;
      const { version } = reply.data;
      toast(typeof version === 'number' ? `同事已经发布了${versionWords(version)}` : '同事已经放弃了这份草稿');
      onClose();
      return onOvertaken();
    }
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
      <RefusalMessage refusal={publish.refusal} />
      <Group title="发布后">
        <Cell title="通知" note={affectedWords(draft.affected)} />
        {running === '' ? null : <Cell title="批次改用新版" note={`${running}；报名、考试等日期不变`} />}
        {draft.sessions.length === 0 ? null : (
          <>
            <Cell title="已提交的报名" note="条件和费用仍按提交时的版本" />
            <Cell title="未提交的报名" note="按新版的条件、材料和费用" />
          </>
        )}
        {draft.affected.entries === 0 ? null : <Cell title="已有的竞赛报名" note="仍按报名时的条件" />}
      </Group>
      <View>发布后不能撤回，有错请改好文件再发布一版。</View>
    </Sheet>
  );
}
