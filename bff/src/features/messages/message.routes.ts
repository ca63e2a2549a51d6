import { messages as contract } from '@jikaotong/shared/contract';
import { DEFAULT_PAGE, type Route, command, lastSeen, pageOf, query } from '../../platform/http';
import { kindsAndNamesOf } from '../candidates';
import { countUnread, listMessagesOf, readUpTo } from './message.repository';

const listMessages = query(contract.listMessages, async (ctx) => {
  const { cursor, limit = DEFAULT_PAGE } = ctx.input.query;
  const { accountId } = ctx.actor;
  const rows = await listMessagesOf(ctx.h, ctx.ports.crypto, accountId, {
    before: lastSeen(cursor),
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => [row.id]);
  const about = await kindsAndNamesOf(
    ctx.h,
    page.items.map(({ candidateId }) => candidateId),
  );
  return {
    items: page.items.map(({ id, code, data, candidateId, sentAt, readAt }) => {
      const kind = candidateId === null ? null : about.get(candidateId)?.kind;
      const leadsTo = {
        applicationId: kind === 'application' ? candidateId : null,
        entryId: kind === 'entry' ? candidateId : null,
      };
      return { id, code, data: { ...data }, ...leadsTo, sentAt, readAt };
    }),
    next: page.next,
    unread: await countUnread(ctx.h, accountId),
  };
});

const DONE = { done: true } as const;

const readMessages = command(contract.readMessages, {
  handle: async (ctx) => {
    await readUpTo(ctx.h, { accountId: ctx.actor.accountId, upTo: ctx.input.body.upTo, nowMs: ctx.now.ms });
    return { id: ctx.actor.accountId };
  },
  present: () => Promise.resolve(DONE),
});

const listTemplates = query(contract.listMessageTemplates, (ctx) => {
  const { messageTemplates } = ctx.ports.config.wechat;
  const items = Object.entries(messageTemplates).flatMap(([code, template]) =>
    template ? [{ code, templateId: template.id }] : [],
  );
  return Promise.resolve({ items });
});

export const routes: Route[] = [listMessages, readMessages, listTemplates];
