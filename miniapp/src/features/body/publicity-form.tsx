import { type BodyView, bodies } from '@jikaotong/shared/contract';
import { toast, useCommand } from '../../platform';
import { Choices, Group, RefusalMessage } from '../../ui';

type Shows = BodyView['publicityShows'];

/** Whose results the public list shows, by the body's own rule. */
export function PublicityForm({ body }: { body: BodyView }) {
  const save = useCommand(bodies.updateBody);
  const choose = async (publicityShows: Shows) => {
    const reply = await save.run({ params: { id: body.id }, body: { publicityShows } });
    if (reply.ok) toast('已保存');
  };
  return (
    <>
      <Group title="成绩公示名单">
        <Choices<Shows>
          label="成绩公示名单"
          options={[
            { key: 'all', text: '全部考生', note: '合格、不合格和缺考的都列出' },
            { key: 'passed', text: '只列合格的', note: '其他考生只能查自己的成绩' },
          ]}
          value={body.publicityShows}
          onChoose={(key) => void choose(key)}
        />
      </Group>
      <RefusalMessage refusal={save.refusal} />
    </>
  );
}
