import { randomUUID } from 'node:crypto';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { z } from 'zod';
import { refuseInsideTx } from '../db';
import { signAcs3 } from './acs3';

/** Alibaba Cloud SMS (Dysmsapi 2017-05-25). */
export type SmsOptions = {
  /** `https://dysmsapi.aliyuncs.com` in production, without a slash at the end. */
  baseUrl: string;
  accessKeyId: string;
  accessKeySecret: string;
  /** The approved signature that opens each message. */
  signName: string;
  /** Our name of a template → the code under which the provider approved it. */
  templates: Readonly<Record<string, string>>;
  timeoutMs?: number;
};

export type SmsRefusal = 'phone-invalid' | 'too-frequent';

export type Sms = {
  /** One message to a mainland number; a template without a code, a wrong key or an outage throws. */
  sendSms(message: {
    phone: string;
    template: string;
    params: Readonly<Record<string, string>>;
  }): Promise<Result<{ receipt: string }, SmsRefusal>>;
};

const NOT_TAKEN = 'smsNotTaken';

/** Never reached: the provider was not there to be asked. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** Whether what `sendSms` threw says that no message went out; after a cut connection nobody knows. */
export function isSurelyUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(Object(error.cause), 'code');
  return NOT_TAKEN in error || NEVER_REACHED.some((one) => one === code);
}

/** The receipt is only noted: an answer without one sent the message all the same. */
const answerSchema = z.object({ Code: z.string(), BizId: z.string().catch('') });

const REFUSALS: Readonly<Record<string, SmsRefusal>> = {
  'isv.MOBILE_NUMBER_ILLEGAL': 'phone-invalid',
  'isv.BUSINESS_LIMIT_CONTROL': 'too-frequent',
  'isv.DAY_LIMIT_CONTROL': 'too-frequent',
};

export function openSms(options: SmsOptions): Sms {
  return {
    async sendSms(message) {
      refuseInsideTx('a text message');
      const templateCode = options.templates[message.template];
      if (templateCode === undefined) throw new Error(`no SMS template called ${message.template}`);
      const { query, headers } = signAcs3(
        {
          method: 'POST',
          host: new URL(options.baseUrl).host,
          action: 'SendSms',
          version: '2017-05-25',
          query: {
            PhoneNumbers: message.phone,
            SignName: options.signName,
            TemplateCode: templateCode,
            TemplateParam: JSON.stringify(message.params),
          },
          date: `${new Date().toISOString().slice(0, 19)}Z`,
          nonce: randomUUID(),
        },
        options,
      );
      const response = await fetch(`${options.baseUrl}/?${query}`, {
        method: 'POST',
        headers,
        signal: AbortSignal.timeout(options.timeoutMs ?? 8_000),
      });
      const read = answerSchema.safeParse(await response.json());
      if (!read.success) throw new Error(`sms: unexpected answer, status ${response.status}`);
      if (read.data.Code === 'OK') return ok({ receipt: read.data.BizId });
      const refusal = REFUSALS[read.data.Code];
      if (refusal === undefined) throw Object.assign(new Error(`sms: ${read.data.Code}`), { [NOT_TAKEN]: true });
      return failed(refusal);
    },
  };
}
