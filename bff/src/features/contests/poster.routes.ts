import { posters as contract } from '@jikaotong/shared/contract';
import { type Actor, type Context, action, bodiesOf, command, download, query, refuse } from '../../platform/http';
import { type Poster, findNotice, listNoticeRows, findPoster, postersOf, setWithdrawn } from '../notices';
import { presentPoster, printedPoster, unknownPoster } from './poster.presenter';
import { planReminders } from './reminder.job';

const get = query(contract.getPoster, async (c) => {
  const poster = await findPoster(c.h, c.input.params.code);
  return poster ? presentPoster(c, poster) : unknownPoster(c.input.params.code);
});

const remind = command(contract.askPosterReminder, {
  handle: async (c) => {
    const poster = (await findPoster(c.h, c.input.params.code)) ?? refuse('not-found');
    const { state } = await presentPoster(c, poster);
    if (state !== 'upcoming' && state !== 'open') refuse('wrong-state', { state });
    await planReminders(c, poster, c.actor.accountId);
    return { id: poster.code };
  },
  present: () => Promise.resolve({ done: true } as const),
});

const list = query(contract.listPosters, async (c) => {
  const bodyIds = bodiesOf(c.actor, contract.listPosters.who);
  const notices = (await Promise.all(bodyIds.map((bodyId) => listNoticeRows(c.h, { bodyId })))).flat();
  const posters = await postersOf(
    c.h,
    notices.map(({ id }) => id),
  );
  const items = [];
  for (const { id } of notices) {
    const poster = posters.find(({ noticeId }) => noticeId === id);
    if (poster) items.push(await presentPoster(c, poster));
  }
  return { items };
});

const pdf = download(contract.downloadPosterPdf, {
  find: async (c) => printedPoster(await presentPoster(c, await loadStaffPoster(c))),
  render: async (o, poster) => ({
    bytes: await o.ports.pdf.renderPoster(poster),
    type: 'application/pdf',
    name: `海报${poster.code}.pdf`,
  }),
});

const png = download(contract.downloadPosterPng, {
  find: async (c) => printedPoster(await presentPoster(c, await loadStaffPoster(c))),
  render: async (o, poster) => ({
    bytes: await o.ports.pdf.drawPosterPng(poster),
    type: 'image/png',
    name: `海报${poster.code}.png`,
  }),
});

const withdraw = action(contract.withdrawPoster, {
  handle: async (c) => {
    const { code } = await loadStaffPoster(c);
    const { withdrawn } = c.input.body;
    await setWithdrawn(c.h, code, withdrawn ? c.now.day : null);
    c.audit(withdrawn ? 'poster-withdrawn' : 'poster-restored', { posterCode: code });
    return presentPoster(c, await loadStaffPoster(c));
  },
});

export const routes = [get, remind, list, pdf, png, withdraw];

/** The poster of a notice of one's own body; any other does not exist. */
async function loadStaffPoster(
  c: Pick<Context, 'h'> & { readonly actor: Actor; readonly input: { readonly params: { readonly code: string } } },
): Promise<Poster> {
  const poster = (await findPoster(c.h, c.input.params.code)) ?? refuse('not-found');
  const version = await findNotice(c.h, poster.noticeId);
  const bodyIds = bodiesOf(c.actor, contract.downloadPosterPdf.who);
  return version && bodyIds.includes(version.notice.body.id) ? poster : refuse('not-found');
}
