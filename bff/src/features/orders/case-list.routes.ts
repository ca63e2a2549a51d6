import { moneyCaseList, peopleCaseList } from '@jikaotong/shared/lists';
import { bodiesOf, refuse } from '../../platform/http';
import { type ActOn, serveList } from '../../platform/lists';
import { staffActor } from '../accounts';
import { findCase } from '../cases';
import { moneyCaseSource, peopleCaseSource } from './case-list.repository';
import { refundByCase } from './refund-by-case';

/**
 * Decides that the money of one of many cases goes back, as alone: WeChat's is sent by the job that follows it, what goes by
 * hand is done with by that. Refuses as `refundByCase`.
 */
const refund: ActOn = async (ctx, { id }, needs) => {
  const { note } = moneyCaseList.acts.refund.needs.parse(needs);
  const found = (await findCase(ctx.h, bodiesOf(ctx.actor, moneyCaseList.who), id)) ?? refuse('not-found');
  await refundByCase(ctx, found, note);
  return found.state === 'open' ? 0 : 1;
};

const people = serveList(peopleCaseList, { ...peopleCaseSource, acts: {} });
const money = serveList(moneyCaseList, { ...moneyCaseSource, acts: { refund }, actorNow: staffActor });

export const routes = [...people.routes, ...money.routes];
export const { jobs } = money;
