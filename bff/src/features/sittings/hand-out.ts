import { timeAt } from '@jikaotong/shared/kernel';
import { maskNumber } from '@jikaotong/shared/rules/identity';
import { documentTypeWord, examDayWords, fullDayWords, printWord } from '@jikaotong/shared/words';
import { type Context, refuse } from '../../platform/http';
import type { Print } from '../../platform/pdf';
import { findBody } from '../bodies';
import type { Admitted } from '../participants';

type Holder = Pick<Admitted, 'name' | 'documentType' | 'documentNumber'> & {
  readonly ticketNumber: string;
  readonly entrantNumber: number | null;
  readonly offering: string;
};

type HandOut = {
  readonly bodyId: string;
  readonly examName: string;
  readonly unitName: string;
  readonly ofStage: boolean;
  readonly holders: readonly Holder[];
};

/** The list on which the people of a unit sign for their tickets, in the order given. Refuses `ticket-not-issued`. */
export async function handOutOf({ h, now }: Pick<Context, 'h' | 'now'>, of: HandOut): Promise<Print> {
  if (of.holders.length === 0) refuse('ticket-not-issued', { of: 'print', ofStage: of.ofStage });
  return {
    print: 'hand-out',
    title: printWord('hand-out', of.ofStage),
    words: examDayWords(of.ofStage),
    body: (await findBody(h, of.bodyId))?.name ?? '',
    exam: `${of.examName}　${of.unitName}`,
    foot: `${fullDayWords(now.day)} ${timeAt(now.ms)} 打印`,
    rows: of.holders.map(({ name, documentType, documentNumber, ticketNumber, entrantNumber, offering }) => ({
      name,
      ticketNumber,
      entrantNumber,
      document: `${documentTypeWord(documentType)} ${maskNumber(documentNumber)}`,
      offering,
    })),
  };
}
