import { type SignedIn, accounts } from '@jikaotong/shared/contract';
import { IN_WECHAT, type Reply, call, holdSignIn, wechatCode } from '../../platform';

/** In WeChat the refresh token is kept by the app, in a browser by an httpOnly cookie. */
export const REFRESH_TOKEN_PLACE = IN_WECHAT ? 'body' : 'cookie';

/** One tap in WeChat. */
export async function signInWithWechat(): Promise<Reply<SignedIn>> {
  const code = await wechatCode();
  if (!code) return { ok: false, code: 'wechat-unavailable', data: {}, requestId: null };
  return held(await call(accounts.signInWithWechat, { body: { code, keep: REFRESH_TOKEN_PLACE } }));
}

/** Phone and the code that came by SMS. */
export const signInWithPhone = async (phone: string, code: string): Promise<Reply<SignedIn>> =>
  held(await call(accounts.signInWithPhone, { body: { phone, code, keep: REFRESH_TOKEN_PLACE } }));

function held(reply: Reply<SignedIn>): Reply<SignedIn> {
  if (reply.ok) holdSignIn(reply.data);
  return reply;
}
