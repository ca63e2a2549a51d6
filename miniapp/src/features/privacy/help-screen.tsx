import { personalData } from '@jikaotong/shared/contract';
import { open, useAnswer, useSignIn } from '../../platform';
import { Cell, Group, Heading, Loaded, Page } from '../../ui';
import { useMyApplications } from '../application';
import { Contacts } from '../notice';

/** What people ask most, and whom to call or complain to: first the bodies at which one applies. */
export function HelpScreen() {
  const { phase } = useSignIn();
  const answer = useAnswer(personalData.listHandlers, {});
  const mine = useMyApplications({ enabled: phase === 'in' });
  const applied = new Set(mine.state === 'ready' ? mine.data.page.items.map(({ bodyId }) => bodyId) : []);
  return (
    <Page>
      <Heading title="帮助与投诉">先看常见问题；没有解决的，打电话问您报名的机构。</Heading>
      <Group title="常见问题">
        {ASKED_OFTEN.map(({ asked, told, path }) => (
          <Cell key={asked} title={asked} note={told} {...(path ? { onTap: () => open(path) } : {})} />
        ))}
      </Group>
      <Loaded answer={answer}>
        {({ items }) => (
          <>
            {items
              .toSorted((a, b) => Number(applied.has(b.id)) - Number(applied.has(a.id)))
              .map(({ id, name, contacts }) => (
                <Group key={id} title={applied.has(id) ? `${name}（您报名的机构）` : name}>
                  <Contacts contacts={contacts} />
                </Group>
              ))}
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Asked = { readonly asked: string; readonly told: string; readonly path?: `/${string}` };

const ASKED_OFTEN: readonly Asked[] = [
  { asked: '不知道能报哪一级', told: '在首页选项目，回答几个问题，就知道现在能报哪一级，或者还差什么' },
  { asked: '提交以后填错了怎么改', told: '打开那份报名，点“申请更正”，由工作人员核对后改' },
  { asked: '审核要等多久', told: '工作人员逐份审核；通过、退回都会在“消息”里通知您' },
  { asked: '怎么缴费', told: '审核通过后，在“我的报名”里缴费，写明最后一天' },
  { asked: '准考证在哪里', told: '在“我的报名”里；看过一次，没有网络也能打开' },
  { asked: '没有通过怎么办', told: '在“我的报名”的成绩页看能不能复核、能不能补考，到哪一天' },
  { asked: '证书真不真', told: '扫证书上的二维码，或按编号查', path: '/packages/exam/verify/index' },
  { asked: '字太小', told: '在“我的”里打开大字模式' },
];
