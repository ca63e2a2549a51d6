import { applications } from '@jikaotong/shared/contract';
import { type Command, back, confirm, useCommand } from '../../../platform';

/** Takes an application back after asking; a draft is given up in the same way. */
export function useWithdrawal(
  id: string,
  isDraft: boolean,
): Command<typeof applications.withdrawApplication> & {
  ask: () => Promise<void>;
} {
  const command = useCommand(applications.withdrawApplication);
  const ask = async () => {
    const sure = await confirm(
      isDraft
        ? { title: '放弃草稿', text: '已填写的内容会作废，需要时可以重新报名。', yes: '放弃' }
        : { title: '撤回报名', text: '撤回后这份报名作废，报名时间内可以重新报名。', yes: '撤回' },
    );
    if (!sure) return;
    const reply = await command.run({ params: { id } });
    if (reply.ok) back();
  };
  return { ...command, ask };
}
