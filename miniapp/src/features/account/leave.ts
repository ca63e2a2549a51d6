import { confirm, signOut } from '../../platform';

/** Signs out of this device, once the person has said so again. */
export async function leave(): Promise<void> {
  const sure = await confirm({ title: '退出登录', text: '已提交的报名不受影响。', yes: '退出' });
  if (sure) await signOut();
}
