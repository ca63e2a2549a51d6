import type { EndpointSpec } from '@jikaotong/shared/contract';
import { roleWord } from '@jikaotong/shared/words';
import type { PropsWithChildren } from 'react';
import { back, useSignIn } from '../../platform';
import { Empty, Loading, Page } from '../../ui';
import { PasswordForm } from './password-form';
import { SecondFactorScreen } from './second-factor-screen';
import { useStaff } from './use-staff';

/** `for`: the endpoint the page stands on; who may not call it is told who may. */
type Props = PropsWithChildren<{ for?: Pick<EndpointSpec, 'who'> }>;

/** A page of the staff side: signing in comes first, in its very place, so that nobody loses the way. */
export function StaffOnly({ for: endpoint, children }: Props) {
  const { phase } = useSignIn();
  const { account, may } = useStaff();
  if (phase === 'starting') {
    return (
      <Page>
        <Loading />
      </Page>
    );
  }
  if (!account || account.grants.length === 0) return <PasswordForm candidate={account?.kind === 'candidate'} />;
  // the server answers nothing of ours before it is set up
  if (account.secondFactorDue) return <SecondFactorScreen />;
  if (endpoint && !may(endpoint)) {
    const roles = typeof endpoint.who === 'string' ? [] : endpoint.who;
    return (
      <Page>
        <Empty title="这一页不归您办理" action="返回" onAction={back}>
          由{roles.map(roleWord).join('、')}办理。需要权限请联系管理员。
        </Empty>
      </Page>
    );
  }
  return children;
}
