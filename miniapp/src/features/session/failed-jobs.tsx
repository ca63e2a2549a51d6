import { failedJobs } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { jobWord } from '@jikaotong/shared/words';
import { toast, useAnswer, useCommand } from '../../platform';
import { Cell, Group, RefusalMessage, TextButton } from '../../ui';
import { momentWords } from '../staff';

/** Work of the system that never succeeded, for administrators; silent while there is none. */
export function FailedJobs({ today }: { today: LocalDate }) {
  const answer = useAnswer(failedJobs.listFailedJobs, {});
  const retry = useCommand(failedJobs.retryJob);
  if (answer.state !== 'ready' || answer.data.total === 0) return null;
  const again = async (id: string) => {
    const reply = await retry.run({ params: { id } });
    if (reply.ok) toast('正在重试');
  };
  return (
    <>
      <Group
        title={`${answer.data.total} 件后台任务失败`}
        foot="系统反复办理都没有成功。原因排除后点“重试”，仍不成功请联系技术人员。"
      >
        {answer.data.items.map(({ id, kind, dueAt, attempts }) => (
          <Cell
            key={id}
            title={jobWord(kind)}
            note={`应于 ${momentWords(dueAt, today)} 办理，试过 ${attempts} 次`}
            value={<TextButton id={`retry-${id}`} text="重试" onTap={() => void again(id)} />}
          />
        ))}
      </Group>
      <RefusalMessage refusal={retry.refusal} />
    </>
  );
}
