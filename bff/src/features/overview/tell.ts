import { type TellNeeds, type TellPreview, TellNeeds as Needs } from '@jikaotong/shared/contract';
import { mendingClosesOn, spanOf } from '@jikaotong/shared/rules/progress';
import { messageSentence, messageTitle, smsText } from '@jikaotong/shared/words';
import type { Handle } from '../../platform/db';
import { type Context, refuse } from '../../platform/http';
import type { ActOn } from '../../platform/lists';
import type { MessageData } from '../../platform/outbox';
import { findCandidate } from '../candidates';
import { codeOfTemplate, tellChosen } from '../messages';
import { type Session, findSession } from '../sessions';
import { sittingsOf } from '../sittings';
import { isTrueOf } from './tell.policy';
import { type Addressee, addresseeOf, chosenCrowds } from './tell.repository';

/** Tells one of many what was chosen; refuses `message-unfit` where it is not true of them, `no-channel`, `told-already`. */
export const tellOne: ActOn = async (ctx, { id: candidateId, version }, needs) => {
  const chosen = Needs.parse(needs);
  const session = (await findSession(ctx.h, ctx.withinId)) ?? refuse('not-found');
  const to = (await addresseeOf(ctx.h, session.id, candidateId)) ?? refuse('not-found');
  const { template } = chosen;
  if (!isTrueOf(template, to, { windows: session.windows, day: ctx.now.day })) refuse('message-unfit', { template });
  if (to.channel === 'none') refuse('no-channel');
  const data = (await dataOf(ctx.h, session, chosen, to)) ?? refuse('message-unfit', { template });
  await tellChosen(ctx, {
    bodyId: session.bodyId,
    sessionId: session.id,
    candidateId,
    accountId: to.accountId,
    template,
    data,
    byAccountId: ctx.actor.accountId,
  });
  return version;
};

/** The facts of a message; null where one is not known. */
async function dataOf(
  h: Handle,
  { windows }: Session,
  chosen: TellNeeds,
  { participantId }: Pick<Addressee, 'participantId'>,
): Promise<MessageData | null> {
  switch (chosen.template) {
    case 'mend': {
      const mendBy = mendingClosesOn({ windows });
      return mendBy && { mendBy };
    }
    case 'pay': {
      const payBy = spanOf(windows, 'payment').closes;
      return payBy && { payBy };
    }
    case 'ticket':
    case 'exam': {
      const [first] = await sittingsOf(h, [participantId]);
      return first ? { examOn: first.day, startsAt: first.startsAt, siteName: first.siteName } : null;
    }
    case 'contact':
      return { about: chosen.about };
    case 'own':
      return { text: chosen.text };
  }
}

/** What sending to a frozen choice would do now, and how it reads for one real person of it. */
export async function previewOf(
  { h, now }: Pick<Context, 'h' | 'now'>,
  session: Session,
  { selectionId, chosen }: { readonly selectionId: string; readonly chosen: TellNeeds },
): Promise<TellPreview> {
  const { template } = chosen;
  const crowds = await chosenCrowds(h, { eventId: session.id, selectionId, template, onDay: now.day });
  const fits = crowds.filter((one) => isTrueOf(template, one, { windows: session.windows, day: now.day }));
  const fresh = fits.filter(({ told }) => !told);
  const reached = fresh.filter(({ channel }) => channel !== 'none');
  const count = (some: readonly { people: number }[]): number => some.reduce((sum, { people }) => sum + people, 0);
  const [one] = reached;
  return {
    total: count(crowds),
    fits: count(reached),
    unfit: count(crowds) - count(fits),
    told: count(fits) - count(fresh),
    unreachable: count(fresh) - count(reached),
    bySmsOnly: count(reached.filter(({ channel }) => channel === 'phone')),
    sample: one ? await sampleOf(h, session, chosen, one.candidateId) : null,
  };
}

async function sampleOf(
  h: Handle,
  session: Session,
  chosen: TellNeeds,
  candidateId: string,
): Promise<TellPreview['sample']> {
  const to = await addresseeOf(h, session.id, candidateId);
  const data = to && (await dataOf(h, session, chosen, to));
  if (!data) return null;
  const code = codeOfTemplate(chosen.template);
  const name = (await findCandidate(h, candidateId))?.name ?? '';
  return { name, title: messageTitle(code), text: messageSentence(code, data), sms: smsText(code, data) };
}
