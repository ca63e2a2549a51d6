import { bodyIn } from '../../platform/audit';
import type { Feature } from '../../platform/http';
import { caseRecord } from './case.record';
import { heldHere } from './held';

export { doubtCells } from './doubt-cells';
export { type Case, type CaseKind, caseWords } from './case.record';
export {
  type CaseCause,
  askRefund,
  casesBegun,
  closeCase,
  closeCaseByKey,
  closeCasesBegun,
  findAnyCase,
  findCase,
  findCaseByKey,
  openCase,
  openCasesOf,
  reopenCase,
} from './case.repository';

/** What a person must decide; whoever finds a cause opens a case, and it names what it is about by id alone. */
export const feature: Feature = {
  name: 'cases',
  records: [caseRecord],
  held: heldHere,
  routes: [],
  bodyOf: { caseId: bodyIn(caseRecord) },
};
