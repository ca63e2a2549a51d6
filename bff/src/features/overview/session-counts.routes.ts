import { overview as contract } from '@jikaotong/shared/contract';
import { type Route, query } from '../../platform/http';
import { staffSession } from '../sittings';
import { countsOf } from './session-counts';

const getSessionCounts = query(contract.getSessionCounts, async (ctx) =>
  countsOf(ctx.h, await staffSession(ctx, contract.getSessionCounts.who), ctx.now.day),
);

export const routes: Route[] = [getSessionCounts];
