import { rosterMembers as contract } from '@jikaotong/shared/contract';
import { timeAt } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, fullDayWords } from '@jikaotong/shared/words';
import { type Context, type Route, command, download, pdfFile, refuse } from '../../platform/http';
import { type Print, qrBars } from '../../platform/pdf';
import { findBody } from '../bodies';
import { LIVE } from '../participants';
import { claimCodeOf } from './claim-code';
import { type OpenRoster, loadRoster, membersOf, toldBy } from './own-roster';
import { presentRoster } from './roster.presenter';
import { renewCodes } from './roster.repository';

/** Where a code is typed in. */
const CLAIM_PATH = '/#/packages/unit/claim/index';

const print = download(contract.downloadClaimCodes, {
  find: async (ctx) => {
    const open = await loadRoster(ctx, ctx.input.params.id);
    const { roster, unit, frame } = open;
    const people = await slipsOf(ctx, open);
    if (people.length === 0) refuse('nobody-to-claim');
    ctx.audit('roster-codes-printed', { unitId: unit.id, sessionId: roster.sessionId }, { count: people.length });
    const drawn: Print = {
      print: 'roster-codes',
      title: '认领码',
      body: (await findBody(ctx.h, roster.bodyId))?.name ?? '',
      exam: frame.sessionName,
      foot: `${fullDayWords(ctx.now.day)} ${timeAt(ctx.now.ms)} 打印`,
      unit: unit.name,
      bars: qrBars(`${ctx.ports.config.publicUrl}${CLAIM_PATH}`, 64),
      people,
    };
    return drawn;
  },
  render: async ({ ports }, drawn) => pdfFile('认领码', await ports.pdf.renderPrint(drawn, new Map())),
});

/** Everybody whom nobody has claimed, in the order of the roster. */
async function slipsOf(ctx: Pick<Context, 'h' | 'ports'>, open: OpenRoster) {
  const members = await membersOf(ctx.h, open.roster.id);
  return members
    .filter(({ application }) => application.accountId === null && LIVE.includes(application.state))
    .map(({ row, application }) => {
      const { name, documentType, documentNumber } = toldBy(ctx, application).candidate;
      return {
        name: name ?? '',
        document: `${documentType ? documentTypeWord(documentType) : ''} ${maskNumber(documentNumber ?? '')}`,
        offering: open.offeringNames.get(application.offeringCode) ?? '',
        code: claimCodeOf(ctx.ports.crypto, open.roster, row).replace(/^.{4}/, '$& '),
      };
    });
}

const renew = command(contract.renewClaimCodes, {
  handle: async (ctx) => {
    const { roster, unit } = await loadRoster(ctx, ctx.input.params.id);
    if (unit.state !== 'approved') refuse('wrong-state', { state: `unit-${unit.state}` });
    await renewCodes(ctx.h, roster.id);
    ctx.audit('roster-codes-renewed', { unitId: unit.id, sessionId: roster.sessionId });
    return { id: roster.id };
  },
  present: async (ctx, id) => presentRoster(ctx, await loadRoster(ctx, id)),
});

export const routes: Route[] = [print, renew];
