import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

/** Which templates the person refused for good in WeChat's settings; `all` when messages are switched off as a whole. */
export type RefusedTemplates = ReadonlySet<string> | 'all';

/**
 * Read ahead of the tap, for nothing may stand between a tap and WeChat's question. Templates that are always accepted are
 * not among them: WeChat shows no question for those, but counts one more message that may be sent.
 */
export async function readRefusedTemplates(): Promise<RefusedTemplates> {
  try {
    const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true });
    const read = z.safeParse(Subscriptions, subscriptionsSetting);
    if (!read.success) return new Set();
    if (!read.data.mainSwitch) return 'all';
    const settled = Object.entries(read.data.itemSettings ?? {});
    return new Set(settled.filter(([, answer]) => answer !== 'accept').map(([id]) => id));
  } catch {
    // an older WeChat does not know: it asks, and the person answers
    return new Set();
  }
}

const Subscriptions = z.object({
  mainSwitch: z.boolean(),
  itemSettings: z.optional(z.record(z.string(), z.string())),
});

/**
 * Lets WeChat ask whether messages of these templates (three at most) may come; must be called in the tap itself. Whatever
 * the answer is, and also when there is none, the way goes on.
 */
export async function askForMessages(templateIds: readonly string[]): Promise<void> {
  if (templateIds.length === 0) return;
  // `entityIds` is another platform's, which Taro's types ask for all the same
  await Taro.requestSubscribeMessage({ tmplIds: [...templateIds], entityIds: [] }).catch(() => undefined);
}
