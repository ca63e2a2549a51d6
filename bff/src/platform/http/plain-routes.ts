import type { EndpointSpec } from '@jikaotong/shared/contract';
import { findFile, hasRoom } from '../files';
import type { Ports } from './context';
import type { Spender } from './limits';
import { openapiOf } from './openapi';
import { sendFile } from './query';
import { refuse } from './refusal';
import type { Route } from './route';

const plain = (path: string, run: Route['run']): Route => ({ method: 'GET', path, endpoint: null, kind: 'query', run });

/** What is no part of the contract: health, the API's own description, and files by their short-lived link. */
export function plainRoutes(endpoints: readonly EndpointSpec[]): Route[] {
  const openapi = openapiOf(endpoints);
  return [
    plain('/healthz', async ({ ctx }) => {
      ctx.body = { code: 'ok' };
    }),
    plain('/readyz', async ({ ctx, serving }) => {
      const ready = await serving.db
        .read((h) => h.query('SELECT 1'))
        .then(
          () => true,
          () => false,
        );
      const { filesDir, diskReserveBytes } = serving.ports.config;
      if (!ready || !(await hasRoom(filesDir, diskReserveBytes))) refuse('unavailable');
      ctx.body = { code: 'ok' };
    }),
    plain('/openapi.json', async ({ ctx }) => {
      ctx.body = openapi;
    }),
    plain('/files/content/:token', async ({ ctx, params, serving }) => {
      const link = serving.ports.files.openLink(params.token ?? '');
      await serving.limits.take('read', spenderOf(link, ctx.ip));
      const file =
        link &&
        (await serving.db.read(async (h) => {
          // a picture is asked for without a token: the link stands for the sign-in, and ends with it
          const stands = link.holder === null || (await serving.actorOf(h, link.holder, serving.ports)) !== null;
          return stands ? findFile(h, link.fileId) : null;
        }));
      if (!file) return refuse('not-found');
      const bytes = await serving.ports.files.readCopy(file);
      // a PDF of a stranger may hold more than pages: it is saved, and opened by what the person trusts
      const show = file.type.startsWith('image/') ? { show: 'inline' as const } : {};
      sendFile(ctx, { bytes, type: file.type, name: file.name, ...show });
    }),
  ];
}

/** Whoever was given the link, as far as it says who; what is no link is anybody's at the address. */
function spenderOf(link: ReturnType<Ports['files']['openLink']>, ip: string): Spender {
  if (link === null) return { ip };
  return link.holder === null ? { fileId: link.fileId } : { accountId: link.holder.accountId };
}
