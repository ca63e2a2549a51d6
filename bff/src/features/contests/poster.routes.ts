import { posters as contract } from '@jikaotong/shared/contract';
import {
  type Actor,
  type Context,
  action,
  bodiesOf,
  command,
  download,
  publishedQuery,
  query,
  refuse,
} from '../../platform/http';
import { type Poster, findNotice, listNoticeRows, findPoster, postersOf, setWithdrawn } from '../notices';
import { presentPoster, printedPoster, unknownPoster } from './poster.presenter';
import { planReminders } from './reminder.job';

const get = publishedQuery(
  contract.getPoster,
  async (ctx) => {
    const poster = await findPoster(ctx.h, ctx.input.params.code);
    return poster ? presentPoster(ctx, poster) : unknownPoster(ctx.input.params.code);
  },
  // codes that nobody gave out are more than can be kept, and so are the spellings of one
  { asked: ({ params: { code } }) => /^[0-9A-Z]+$/.test(code), reply: ({ state }) => state !== 'unknown' },
);

const remind = command(contract.askPosterReminder, {
  handle: async (ctx) => {
    const poster = (await findPoster(ctx.h, ctx.input.params.code)) ?? refuse('not-found');
    const { state } = await presentPoster(ctx, poster);
    if (state !== 'upcoming' && state !== 'open') refuse('wrong-state', { state });
    await planReminders(ctx, poster, ctx.actor.accountId);
    return { id: poster.code };
  },
  present: () => Promise.resolve({ done: true } as const),
});

const list = query(contract.listPosters, async (ctx) => {
  const bodyIds = bodiesOf(ctx.actor, contract.listPosters.who);
  const notices = (await Promise.all(bodyIds.map((bodyId) => listNoticeRows(ctx.h, { bodyId })))).flat();
  const posters = await postersOf(
    ctx.h,
    notices.map(({ id }) => id),
  );
  const items = [];
  for (const { id } of notices) {
    const poster = posters.find(({ noticeId }) => noticeId === id);
    if (poster) items.push(await presentPoster(ctx, poster));
  }
  return { items };
});

const pdf = download(contract.downloadPosterPdf, {
  find: async (ctx) => printedPoster(await presentPoster(ctx, await loadStaffPoster(ctx))),
  render: async (outside, poster) => ({
    bytes: await outside.ports.pdf.renderPoster(poster),
    type: 'application/pdf',
    name: `海报${poster.code}.pdf`,
  }),
});

const png = download(contract.downloadPosterPng, {
  find: async (ctx) => printedPoster(await presentPoster(ctx, await loadStaffPoster(ctx))),
  render: async (outside, poster) => ({
    bytes: await outside.ports.pdf.drawPosterPng(poster),
    type: 'image/png',
    name: `海报${poster.code}.png`,
  }),
});

const withdraw = action(contract.withdrawPoster, {
  handle: async (ctx) => {
    const { code } = await loadStaffPoster(ctx);
    const { withdrawn } = ctx.input.body;
    await setWithdrawn(ctx.h, code, withdrawn ? ctx.now.day : null);
    ctx.audit(withdrawn ? 'poster-withdrawn' : 'poster-restored', { posterCode: code });
    return presentPoster(ctx, await loadStaffPoster(ctx));
  },
});

export const routes = [get, remind, list, pdf, png, withdraw];

/** The poster of a notice of one's own body; any other does not exist. */
async function loadStaffPoster(
  ctx: Pick<Context, 'h'> & { readonly actor: Actor; readonly input: { readonly params: { readonly code: string } } },
): Promise<Poster> {
  const poster = (await findPoster(ctx.h, ctx.input.params.code)) ?? refuse('not-found');
  const version = await findNotice(ctx.h, poster.noticeId);
  const bodyIds = bodiesOf(ctx.actor, contract.downloadPosterPdf.who);
  return version && bodyIds.includes(version.notice.body.id) ? poster : refuse('not-found');
}
