import type { PropsWithChildren } from 'react';
import { open, useSignIn } from '../../platform';
import { Empty, Loading } from '../../ui';

/** Shows its children to those who are signed in, and to others why and how to sign in. */
export function SignInGate({ why, children }: PropsWithChildren<{ why: string }>) {
  const { phase } = useSignIn();
  if (phase === 'starting') return <Loading />;
  if (phase === 'in') return children;
  return (
    <Empty title="请先登录" action="登录" onAction={() => open('/pages/sign-in/index')}>
      {why}
    </Empty>
  );
}
