import { type Notice, NoticeSchema } from '@jikaotong/shared/notice';
import type { Handle } from '../../platform/db';
import { type Actor, type Context, bodiesOf, refuse } from '../../platform/http';
import { type NoticeVersion, findNotice } from '../notices';
import type { Draft } from './draft.record';
import { findDraftIn, lockDraftIn } from './draft.repository';
import { PUBLISHERS } from './publishers';

/** A draft with its notice as the code reads it, beside the version that runs; null: there is none yet. */
export type OpenDraft = {
  readonly draft: Draft;
  readonly notice: Notice;
  readonly running: NoticeVersion | null;
};

type Asked = Pick<Context, 'h'> & {
  readonly actor: Actor;
  readonly input: { readonly params: { readonly id: string } };
};

/** The draft a publisher asks about; one of another body does not exist (`not-found`). */
export async function loadDraft(ctx: Asked): Promise<OpenDraft> {
  const draft = await findDraftIn(ctx.h, bodiesOf(ctx.actor, PUBLISHERS), ctx.input.params.id);
  return draft ? withNotice(ctx.h, draft) : refuse('not-found');
}

/** The same, locked, and still waiting: otherwise `wrong-state`, with the version it became if it was published. */
export async function lockOpenDraft(ctx: Asked): Promise<OpenDraft> {
  const draft = await lockDraftIn(ctx.h, bodiesOf(ctx.actor, PUBLISHERS), ctx.input.params.id);
  if (!draft) return refuse('not-found');
  if (draft.state !== 'open')
    refuse('wrong-state', {
      state: draft.state,
      ...(draft.publishedVersion === null ? {} : { version: draft.publishedVersion }),
    });
  return withNotice(ctx.h, draft);
}

async function withNotice(h: Handle, draft: Draft): Promise<OpenDraft> {
  const running = await findNotice(h, draft.noticeId);
  return { draft, notice: NoticeSchema.parse(draft.content), running };
}
