import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { Wechatpay } from 'wechatpay-axios-plugin';
import { z } from 'zod';
import { refuseInsideTx } from '../db';
import type { Merchant } from './merchant';

export type PayCall<T, R extends string> = {
  method: 'GET' | 'POST';
  /** A `{no}` in it is filled in by the library, which would otherwise rewrite capitals. */
  path: string;
  no?: string;
  params?: Record<string, string>;
  body?: Record<string, unknown>;
  answer: z.ZodType<T>;
  /** WeChat's error code → our refusal; a code that is not here is thrown. */
  refusals: Readonly<Record<string, R>>;
};

export type PayClient = <T, R extends string>(wanted: PayCall<T, R>) => Promise<Result<T, R>>;

/** Sends signed requests as one merchant and believes only answers that a key of the platform signed. */
export function openPayClient(options: { baseUrl: string; timeoutMs: number; merchant: Merchant }): PayClient {
  const { merchant, timeoutMs } = options;
  const client = new Wechatpay({
    mchid: merchant.mchid,
    serial: merchant.serial,
    privateKey: merchant.privateKeyPem,
    certs: Object.fromEntries(merchant.platformKeys.map(({ id, pem }) => [id, pem])),
    baseURL: `${options.baseUrl}/`,
    proxy: false,
  });
  const send = async (wanted: PayCall<unknown, string>) => {
    const config = {
      timeout: timeoutMs,
      headers: { 'Wechatpay-Serial': merchant.platformKeys[0].id },
      ...(wanted.params ? { params: wanted.params } : {}),
      ...(wanted.no === undefined ? {} : { no: wanted.no }),
    };
    const door = client.chain(wanted.path);
    const response =
      wanted.method === 'GET' ? await door.get<unknown>(config) : await door.post<unknown>(wanted.body, config);
    return response.data;
  };

  return async (wanted) => {
    refuseInsideTx('a call to wechat pay');
    const sent = await send(wanted).then(ok, (problem: unknown) => failed(errorCode(problem)));
    if (!sent.ok) {
      const refusal = wanted.refusals[sent.error];
      // The library's error carries the private key and the payer in its config: only its code travels on.
      if (refusal === undefined) throw new Error(`wechat pay ${wanted.path}: ${sent.error}`);
      return failed(refusal);
    }
    const read = wanted.answer.safeParse(sent.value);
    if (!read.success) throw new Error(`wechat pay ${wanted.path}: unexpected answer`);
    return ok(read.data);
  };
}

const refusedAnswer = z.object({
  response: z.object({ status: z.number().min(400), data: z.object({ code: z.string() }) }),
});
const brokenCall = z.object({ code: z.string() });

/** WeChat's own code when it said no, else the code of the failed signature, timeout or connection. */
const errorCode = (problem: unknown): string =>
  refusedAnswer.safeParse(problem).data?.response.data.code ?? brokenCall.safeParse(problem).data?.code ?? 'UNKNOWN';
