import type { MessageCode } from '@jikaotong/shared/contract';
import { SMS_TEXTS } from '@jikaotong/shared/words';
import type { Ports } from '../http';

/**
 * The ways a message goes out besides standing in the app, where it always does; a job each, sent by `messages`. They are
 * tried in this order, and the first that takes it is the last: an SMS costs the body, WeChat does not.
 */
export const CHANNELS = ['wechat', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

type Delivery = {
  /** Its payload is a `messageId`; jobs of this name wait in the database. */
  readonly job: string;
  /** Whether it takes messages of this code at all. */
  takes(ports: Pick<Ports, 'config'>, code: MessageCode): boolean;
  /** Reaches only those who have an account; a phone stands in an enrolment as well. */
  readonly needsAccount: boolean;
};

export const DELIVERIES: Readonly<Record<Channel, Delivery>> = {
  wechat: {
    job: 'message-delivery',
    takes: ({ config }, code) => config.wechat.messageTemplates[code] !== undefined,
    needsAccount: true,
  },
  sms: {
    job: 'message-sms',
    takes: ({ config }, code) => SMS_TEXTS[code] !== null && config.sms.templates[code] !== undefined,
    needsAccount: false,
  },
};
