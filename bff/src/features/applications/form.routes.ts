import { applications as contract } from '@jikaotong/shared/contract';
import { bodiesOf, download, refuse } from '../../platform/http';
import { findForBodies, findOwn } from './application.repository';
import { findForm, renderForm } from './form';

/** The letter or form, for its owner and the reviewers of the body. */
const form = download(contract.downloadForm, {
  find: async (c) => {
    const { id, document } = c.input.params;
    const row =
      (await findOwn(c.h, c.actor.accountId, id)) ??
      (await findForBodies(c.h, bodiesOf(c.actor, ['reviewer', 'administrator']), id)) ??
      refuse('not-found');
    const found = await findForm(c, row, document);
    if (row.accountId !== c.actor.accountId) c.audit('application-looked-at', { applicationId: row.id }, { document });
    return found;
  },
  render: renderForm,
});

export const routes = [form];
