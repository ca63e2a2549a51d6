import { smsNameOf } from '@jikaotong/shared/words';
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
  /** Whether it takes such a message at all. */
  takes(ports: Pick<Ports, 'config'>, message: Parameters<typeof smsNameOf>[0]): boolean;
  /** Reaches only those who have an account; a phone stands in an enrolment as well. */
  readonly needsAccount: boolean;
};

export const DELIVERIES: Readonly<Record<Channel, Delivery>> = {
  wechat: {
    job: 'message-delivery',
    takes: ({ config }, { code }) => config.wechat.messageTemplates[code] !== undefined,
    needsAccount: true,
  },
  sms: {
    job: 'message-sms',
    takes: ({ config }, message) => {
      const name = smsNameOf(message);
      return name !== null && config.sms.templates[name] !== undefined;
    },
    needsAccount: false,
  },
};
