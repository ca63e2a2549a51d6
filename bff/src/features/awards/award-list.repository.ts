import type { awardList } from '@jikaotong/shared/lists';
import type { Handle } from '../../platform/db';
import type { ListSource, NamesOf } from '../../platform/lists';
import { documentNumberCell, phoneCell } from '../candidates';
import { findContest, findContestStage } from '../contests';
import { findEvents } from '../sessions';

type Source = ListSource<(typeof awardList)['columns'], (typeof awardList)['filters'], (typeof awardList)['acts']>;

/** What the competition of a final prints as awards. */
async function printedIn(h: Handle, eventId: string) {
  const stage = await findContestStage(h, eventId);
  return (stage && (await findContest(h, stage.noticeId)))?.rule.awards ?? [];
}

const awardNames: NamesOf = async (h, eventId) =>
  new Map((await printedIn(h, eventId)).map(({ code, name }) => [code, name]));

const giverNames: NamesOf = async (h, eventId) => {
  const givers = (await printedIn(h, eventId)).flatMap(({ giver }) => giver ?? []);
  return new Map([...new Set(givers)].map((giver) => [giver, giver]));
};

/** As `apartIn` says it of one. */
const APART = `CASE WHEN a.recipient = 'entrant' AND a.state = 'given' AND a.rank <> COALESCE(s.rank, 0) AND s.id IS NOT NULL
                    AND COALESCE(a.kept_rank, -1) <> COALESCE(s.rank, 0) THEN 1 ELSE 0 END`;

/** Every locked award of a competition, in the order of its notice; the accounts of winners stand beside the money. */
export const awardSource = {
  table: 'award a',
  joins: `LEFT JOIN candidate c ON c.id = a.candidate_id
          LEFT JOIN award_account b ON b.candidate_id = a.candidate_id AND a.fen IS NOT NULL
          LEFT JOIN stage_entrant s ON s.candidate_id = a.candidate_id AND s.stage_id = COALESCE(a.ranked_in, a.event_id)`,
  indexes: { position: 'ix_award_event' },
  within: 'a.event_id',
  id: 'a.id',
  version: 'CASE WHEN a.paid_on IS NULL THEN 0 ELSE 1 END',
  cells: {
    position: 'a.position',
    award: 'a.code',
    giver: 'a.giver',
    recipient: 'a.recipient',
    name: "CASE WHEN a.recipient = 'entrant' THEN c.name END",
    unit: 'a.unit',
    coach: { sealed: 'a.coach', row: 'a.id', place: { table: 'award', column: 'coach' } },
    rank: 'a.rank',
    fen: 'a.fen',
    money: `CASE WHEN a.paid_on IS NOT NULL THEN 'paid' WHEN a.fen IS NULL OR a.state <> 'given' THEN 'none'
                 WHEN a.recipient = 'entrant' AND b.id IS NULL THEN 'no-account' ELSE 'due' END`,
    paidOn: 'a.paid_on',
    apart: APART,
    state: 'a.state',
    consents: "CASE WHEN a.consents IS NULL THEN 'unsaid' WHEN a.consents = 1 THEN 'yes' ELSE 'no' END",
    phone: phoneCell,
    documentNumber: documentNumberCell,
    holder: { sealed: 'b.holder', row: 'b.id', place: { table: 'award_account', column: 'holder' } },
    bank: { sealed: 'b.bank', row: 'b.id', place: { table: 'award_account', column: 'bank' } },
    account: { sealed: 'b.number', row: 'b.id', place: { table: 'award_account', column: 'number' } },
    paperNumber: 'a.paper_number',
  },
  names: { award: awardNames, giver: giverNames },
  bodyOf: async (h, eventId) => {
    const event = (await findEvents(h, [eventId])).get(eventId);
    return event?.kind === 'stage' ? event.bodyId : null;
  },
} satisfies Omit<Source, 'acts' | 'actorNow'>;
