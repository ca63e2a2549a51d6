import { type HeldEnrolment, personalData } from '@jikaotong/shared/contract';
import { liveReasonSentence } from '@jikaotong/shared/words';
import { backOr, confirm, open, toast, useCommand } from '../../platform';
import { BigButton, Cell, Empty, Group, Heading, Loaded, NoticeBar, Page, RefusalMessage } from '../../ui';
import { WhatGoes, enrolmentName } from './kept';
import { usePersonalData } from './use-personal-data';

/** What is kept of one application or entry, and its deletion: what goes now and what later is said before. */
export function EraseScreen({ id }: { id: string }) {
  const answer = usePersonalData();
  const erasure = useCommand(personalData.eraseEnrolment);
  const one = answer.state === 'ready' ? answer.data.enrolments.find((enrolment) => enrolment.id === id) : undefined;

  const erase = async () => {
    const sure = await confirm({ title: '确定删除？', text: '删除后不能恢复。', yes: '删除', danger: true });
    if (!sure) return;
    const reply = await erasure.run({ params: { id } });
    if (!reply.ok) return;
    toast('已删除');
    backOr('/packages/privacy/data/index');
  };
  return (
    <Page
      action={
        one && one.blocked === null ? (
          <BigButton id="erase" tone="danger" text="删除" busy={erasure.busy} onTap={() => void erase()} />
        ) : null
      }
    >
      <Loaded answer={answer}>
        {() => (one ? <Kept of={one} /> : <Empty title="没有这份资料">可能已经删除。</Empty>)}
      </Loaded>
      <RefusalMessage refusal={erasure.refusal} />
    </Page>
  );
}

function Kept({ of: one }: { of: HeldEnrolment }) {
  const { id, kind, blocked, items, noticeTitle } = one;
  const page = kind === 'entry' ? '/packages/contest/entry/index' : '/packages/apply/detail/index';
  return (
    <>
      <Heading title={enrolmentName(one)}>{noticeTitle}</Heading>
      {blocked ? (
        <>
          <NoticeBar tone="warn">现在不能删除：{liveReasonSentence(blocked)}。</NoticeBar>
          <Group>
            <Cell title={kind === 'entry' ? '去看这次报名' : '去看这份报名'} onTap={() => open(page, { id })} />
          </Group>
        </>
      ) : null}
      {items.some(({ kind: held }) => held === 'certificate') ? (
        <NoticeBar tone="info">
          删除后，证书仍然有效，任何人都可以凭编号和姓名核验；但您不能再从这里下载证书。
        </NoticeBar>
      ) : null}
      <WhatGoes items={items} />
    </>
  );
}
