import { personalData } from '@jikaotong/shared/contract';
import { HELD_KINDS } from '@jikaotong/shared/rules/retention';
import { heldItemsWords, heldKindWord, heldPurposeWord } from '@jikaotong/shared/words';
import { HAS_PRIVACY_CONTRACT, open, openPrivacyContract, useAnswer } from '../../platform';
import { Cell, Group, Heading, Loaded, Page } from '../../ui';
import { Contacts } from '../notice';
import { keptWords } from './kept-words';

/** How personal data is handled, for anybody to read: by one body, or by all that are here. */
export function RulesScreen({ bodyId }: { bodyId: string | null }) {
  const answer = useAnswer(personalData.listHandlers, {});
  return (
    <Page>
      <Heading title="个人信息处理规则">
        您在这里填写的信息，由您报名的评价机构处理。加密保存，只给办理该项工作的人员查看，到期自动删除。
      </Heading>
      <Loaded answer={answer}>
        {({ items }) => {
          const handlers = items.filter(({ id }) => bodyId === null || id === bodyId);
          return (
            <>
              {handlers.map(({ id, name, contacts }) => (
                <Group key={id} title="谁在处理">
                  <Cell title={name} note="个人信息处理者" />
                  <Contacts contacts={contacts.filter(({ purpose }) => ASKED.includes(purpose))} />
                </Group>
              ))}
              <Group title="处理什么、为什么、保存多久">
                {HELD_KINDS.map((kind) => (
                  <Cell
                    key={kind}
                    title={heldKindWord(kind)}
                    note={`${heldItemsWords(kind)}。用途：${heldPurposeWord(kind)}。${keptWords(kind, handlers)}`}
                  />
                ))}
              </Group>
            </>
          );
        }}
      </Loaded>
      <Group title="敏感个人信息" foot="需要您单独同意；不同意则无法报名。">
        <Cell title="证件号码、证件照片、扫描件、手写签名" note="只用于核对身份、审核条件和制作准考证、证书" />
      </Group>
      <Group title="提供给谁">
        {RECIPIENTS.map(({ who, what }) => (
          <Cell key={who} title={who} note={what} />
        ))}
      </Group>
      <Group title="您的权利">
        <Cell
          title="查询、导出、更正、删除、撤回同意、注销账号"
          note="在“我的 — 我的个人信息”里办理"
          onTap={() => open('/packages/privacy/data/index')}
        />
        {HAS_PRIVACY_CONTRACT ? <Cell title="微信小程序隐私保护指引" onTap={openPrivacyContract} /> : null}
      </Group>
    </Page>
  );
}

/** Whom one asks about one's data. */
const ASKED: readonly string[] = ['consulting', 'supervision', 'enquiry'];

const RECIPIENTS = [
  { who: '微信支付', what: '您在线缴费时：交易单号、金额、微信标识' },
  { who: '微信消息、短信服务商', what: '给您发通知时：微信标识或手机号、通知内容' },
  { who: '公众', what: '公示期内：隐去部分的姓名和准考证号；证书核验：隐去部分的姓名和证书编号。不公开证件号码' },
  { who: '其他人', what: '不提供；法律规定必须提供的除外' },
] as const;
