import type { Result } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import { type Api, postJson, readJson } from './api';

export type AccessToken = { current(): Promise<string>; forget(token: string): void };

const INVALID_TOKEN = new Set([40001, 40014, 42001]);
const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** The token of stable_token, fetched once and kept until five minutes before its end; several processes get the same one. */
export function openAccessToken(api: Api): AccessToken {
  let kept: { value: string; untilMs: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async () => {
    const response = await postJson(api, '/cgi-bin/stable_token', {
      grant_type: 'client_credential',
      appid: api.appid,
      secret: api.secret,
    });
    const answer = await readJson(response, '/cgi-bin/stable_token', tokenAnswer);
    if (!answer.ok) throw new Error(`wechat stable_token: errcode ${answer.error}`);
    const lifeMs = Math.max(0, answer.value.expires_in - 300) * 1000;
    // Monotonic: the life of a token has nothing to do with the calendar.
    kept = { value: answer.value.access_token, untilMs: performance.now() + lifeMs };
    return kept.value;
  };
  return {
    async current() {
      if (kept && performance.now() < kept.untilMs) return kept.value;
      asking ??= ask().finally(() => (asking = undefined));
      return asking;
    },
    forget(token) {
      if (kept?.value === token) kept = undefined;
    },
  };
}

/** A call that needs an access token; a token that WeChat no longer knows is replaced once. */
export async function withToken<T>(
  token: AccessToken,
  call: (accessToken: string) => Promise<Result<T, number>>,
): Promise<Result<T, number>> {
  const first = await token.current();
  const answer = await call(encodeURIComponent(first));
  if (answer.ok || !INVALID_TOKEN.has(answer.error)) return answer;
  token.forget(first);
  return call(encodeURIComponent(await token.current()));
}
