import { applications as contract } from '@jikaotong/shared/contract';
import { bodiesOf, download, refuse } from '../../platform/http';
import { findForBodies, findOwn } from './application.repository';
import { findForm, renderForm } from './form';

/** The letter or form, for its owner and the reviewers of the body. */
const form = download(contract.downloadForm, {
  find: async (ctx) => {
    const { id, document } = ctx.input.params;
    const row =
      (await findOwn(ctx.h, ctx.actor.accountId, id)) ??
      (await findForBodies(ctx.h, bodiesOf(ctx.actor, ['reviewer', 'administrator']), id)) ??
      refuse('not-found');
    const found = await findForm(ctx, row, document);
    if (row.accountId !== ctx.actor.accountId)
      ctx.audit('application-looked-at', { applicationId: row.id }, { document });
    return found;
  },
  render: renderForm,
});

export const routes = [form];
