import { type AuthoritySheetView, authoritySheets as contract } from '@jikaotong/shared/contract';
import { authoritySheetKindWord } from '@jikaotong/shared/words';
import { newId } from '../../platform/db';
import {
  type Actor,
  type Context,
  type Route,
  action,
  bodiesOf,
  command,
  query,
  refuse,
  upload,
} from '../../platform/http';
import { readLayout } from '../../platform/sheets';
import { firstSources, isReady } from './authority-sheet.policy';
import { presentSheet } from './authority-sheet.presenter';
import { changeSheet, deleteSheet, findSheet, insertSheet, sheetsOf } from './authority-sheet.repository';

const { who } = contract.getAuthoritySheet;
type Ctx = Pick<Context, 'h'> & { readonly actor: Actor };

const ownBody = ({ actor }: Ctx, bodyId: string): string =>
  bodiesOf(actor, who).includes(bodyId) ? bodyId : refuse('not-found');

const load = async (ctx: Ctx, id: string) =>
  (await findSheet(ctx.h, bodiesOf(ctx.actor, who), id)) ?? refuse('not-found');

const list = query(contract.listAuthoritySheets, async (ctx) => ({
  items: (await sheetsOf(ctx.h, ownBody(ctx, ctx.input.params.id))).map(presentSheet),
}));

const get = query(contract.getAuthoritySheet, async (ctx) => presentSheet(await load(ctx, ctx.input.params.id)));

const add = upload(contract.uploadAuthoritySheet, {
  keep: async (outside, file) => {
    await outside.read((h) => Promise.resolve(ownBody({ h, actor: outside.actor }, outside.input.params.id)));
    const layout = await readLayout(file.bytes);
    return layout.ok ? layout.value : refuse('file-refused', { reason: layout.error });
  },
  handle: async (ctx, layout): Promise<AuthoritySheetView> => {
    const { kind } = ctx.input.query;
    const sheet = {
      id: newId(),
      bodyId: ownBody(ctx, ctx.input.params.id),
      kind,
      name: authoritySheetKindWord(kind),
      layout,
      sources: firstSources(layout.headers),
      photoName: null,
      version: 1,
      changedAt: ctx.now.ms,
      changedBy: ctx.actor.accountId,
    };
    await insertSheet(ctx.h, sheet);
    ctx.audit('authority-sheet-added', { bodyId: sheet.bodyId }, { kind, columns: layout.headers.length });
    return presentSheet(sheet);
  },
});

const map = command(contract.mapAuthoritySheet, {
  handle: async (ctx) => {
    const sheet = await load(ctx, ctx.input.params.id);
    const { version, name, sources, photoName } = ctx.input.body;
    // a column is never dropped: as many as the authority's sheet has
    if (version !== sheet.version || sources.length !== sheet.layout.headers.length) refuse('changed-meanwhile');
    const set = { name, sources, photoName, changedAt: ctx.now.ms, changedBy: ctx.actor.accountId };
    if (!(await changeSheet(ctx.h, sheet, set))) refuse('changed-meanwhile');
    ctx.audit('authority-sheet-mapped', { bodyId: sheet.bodyId }, { ready: isReady({ sources }) });
    return { id: sheet.id };
  },
  present: async (ctx, id) => presentSheet(await load(ctx, id)),
});

const remove = action(contract.deleteAuthoritySheet, {
  handle: async (ctx) => {
    const sheet = await load(ctx, ctx.input.params.id);
    await deleteSheet(ctx.h, sheet.id);
    ctx.audit('authority-sheet-deleted', { bodyId: sheet.bodyId });
    return { done: true as const };
  },
});

export const routes: Route[] = [list, get, add, map, remove];
