import { type HeldEnrolment, type PersonalDataView, personalData } from '@jikaotong/shared/contract';
import { fullDayWords, heldItemsWords, heldKindWord, liveReasonSentence } from '@jikaotong/shared/words';
import { confirm, open, toast, updateAccount, useCommand, useSignIn } from '../../platform';
import { Cell, Group, Loaded, Page, RefusalMessage } from '../../ui';
import { SignInGate } from '../account';
import { ExportGroup } from './export-group';
import { enrolmentName, untilWords } from './kept';
import { usePersonalData } from './use-personal-data';

/** What is held of oneself, and what one may do about it. */
export function DataScreen() {
  const { phase } = useSignIn();
  return (
    <Page>{phase === 'in' ? <Data /> : <SignInGate why="登录后查看和管理您的个人信息。">{null}</SignInGate>}</Page>
  );
}

function Data() {
  const answer = usePersonalData();
  return (
    <Loaded answer={answer}>
      {(view) => (
        <>
          <ExportGroup view={view} />
          <Group title="账号里的信息">
            {view.account.map((item) => (
              <Cell
                key={item.kind}
                title={heldKindWord(item.kind)}
                note={`${heldItemsWords(item.kind)}。${untilWords(item)}`}
              />
            ))}
          </Group>
          {view.enrolments.length > 0 ? (
            <Group title="认定报名和竞赛报名" foot="点开可以看到保存了什么、保存到哪天，也可以删除。">
              {view.enrolments.map((one) => (
                <Cell
                  key={one.id}
                  id={`enrolment-${one.id}`}
                  title={enrolmentName(one)}
                  note={standing(one)}
                  onTap={() => open('/packages/privacy/enrolment/index', { id: one.id })}
                />
              ))}
            </Group>
          ) : null}
          <Corrections />
          <Consent consentOn={view.consentOn} />
          <Group>
            <Cell id="go-closing" title="注销账号" onTap={() => open('/packages/privacy/closing/index')} />
          </Group>
        </>
      )}
    </Loaded>
  );
}

function standing({ isDraft, endedOn, blocked }: HeldEnrolment): string {
  if (isDraft) return '草稿，可以删除';
  if (blocked) return liveReasonSentence(blocked);
  return endedOn ? `${fullDayWords(endedOn)}已结束，可以删除` : '已结束，可以删除';
}

/** What may be corrected by oneself, and who corrects the rest. */
function Corrections() {
  return (
    <Group
      title="更正"
      foot="已经提交的姓名、证件号码、照片填错了，请在那份报名的页面点“申请更正”，由工作人员核对证件后更正；也可以拨打评价机构的电话。"
    >
      <Cell title="更换手机号" note="用于登录和接收通知" onTap={() => open('/pages/phone/index')} />
      <Cell
        title="评价机构的电话"
        note="更正姓名、证件号码，或对个人信息处理有疑问"
        onTap={() => open('/packages/privacy/rules/index')}
      />
    </Group>
  );
}

function Consent({ consentOn }: { consentOn: PersonalDataView['consentOn'] }) {
  const withdrawal = useCommand(personalData.withdrawConsent);
  const withdraw = async () => {
    const sure = await confirm({
      title: '撤回同意',
      text: '撤回后不能提交新的报名，重新同意后可以恢复。已经提交的报名会继续办完；要停办，请在报名里撤回。',
      yes: '撤回',
    });
    if (!sure) return;
    const reply = await withdrawal.run({});
    if (!reply.ok) return;
    updateAccount(reply.data);
    toast('已撤回同意');
  };
  return (
    <Group title="同意">
      <Cell title="个人信息处理规则" onTap={() => open('/packages/privacy/rules/index')} />
      {consentOn ? (
        <Cell
          id="withdraw-consent"
          title="撤回同意"
          note={`您在${fullDayWords(consentOn)}同意了处理个人信息`}
          onTap={() => void withdraw()}
        />
      ) : (
        <Cell title="还没有同意处理个人信息" note="提交报名时会再次询问" />
      )}
      <RefusalMessage refusal={withdrawal.refusal} />
    </Group>
  );
}
