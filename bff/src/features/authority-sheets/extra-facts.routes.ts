import { type ExtraFacts, authoritySheets as contract } from '@jikaotong/shared/contract';
import { dayAt } from '@jikaotong/shared/kernel';
import { EXTRA_OPTIONS } from '@jikaotong/shared/words';
import { type Actor, type Context, type Route, command, query, refuse } from '../../platform/http';
import { findOwnApplication } from '../applications';
import { questionsOf } from './authority-sheet.policy';
import { extraFactsOf, forgetExtraFacts, sheetsOf, writeExtraFacts } from './authority-sheet.repository';

type Ctx = Context & { readonly actor: Actor };

const own = async (ctx: Ctx, id: string) =>
  (await findOwnApplication(ctx.h, ctx.actor.accountId, id)) ?? refuse('not-found');

async function present(ctx: Ctx, applicationId: string): Promise<ExtraFacts> {
  const row = await own(ctx, applicationId);
  const told = await extraFactsOf(ctx.h, ctx.ports.crypto, row.id);
  return {
    questions: [...questionsOf(await sheetsOf(ctx.h, row.bodyId))].map(([question, sheets]) => ({
      question,
      sheets: [...sheets],
      options: [...EXTRA_OPTIONS[question]],
    })),
    answers: told?.answers ?? {},
    consentedOn: told && dayAt(told.consentedAt),
  };
}

const get = query(contract.getExtraFacts, (ctx) => present(ctx, ctx.input.params.id));

const set = command(contract.setExtraFacts, {
  handle: async (ctx) => {
    const row = await own(ctx, ctx.input.params.id);
    const { answers, consent } = ctx.input.body;
    const asked = questionsOf(await sheetsOf(ctx.h, row.bodyId));
    // only what is asked is kept, and of it only what may be answered
    const kept = Object.fromEntries(
      [...asked.keys()].flatMap((question) => {
        const answer = answers[question];
        return answer !== undefined && EXTRA_OPTIONS[question].includes(answer) ? [[question, answer]] : [];
      }),
    );
    if (Object.keys(kept).length === 0) {
      await forgetExtraFacts(ctx.h, row.id);
      ctx.audit('extra-facts-taken-back', { applicationId: row.id });
    } else {
      if (!consent) refuse('consent-needed');
      await writeExtraFacts(ctx.h, ctx.ports.crypto, { id: row.id, answers: kept, nowMs: ctx.now.ms });
      ctx.audit('extra-facts-told', { applicationId: row.id });
    }
    return { id: row.id };
  },
  present,
});

export const routes: Route[] = [get, set];
