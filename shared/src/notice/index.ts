export {
  type Condition,
  type ConditionLeaf,
  type MajorField,
  type OccupationField,
  type School,
  type TitleGrade,
  ConditionSchema,
  LEVELS,
  LevelSchema,
  SCHOOLS,
  SchoolSchema,
  TitleGradeSchema,
} from './condition';
export { type ConductRule, ConductSchema } from './conduct';
export { type Award, type AwardRecipient, type UnitKind, UNIT_KINDS, UnitKindSchema, recipientsOf } from './award';
export {
  type AdvanceRule,
  type ContestRule,
  type MarkingRule,
  type ProtestRule,
  OTHER_GROUP,
  advanceFrom,
  entrantGroupName,
} from './contest';
export { type StageCode, StageCodeSchema, isStageCode } from './stage-code';
export {
  type ApplicationMethod,
  type Attachment,
  type CertificateRule,
  type Channel,
  type Contact,
  ContactSchema,
  type Counter,
  type Link,
  type Note,
  type Reference,
  type ResultsRule,
  type TicketRule,
} from './desk';
export { type DocumentLeaf, type DocumentTree, DocumentTreeSchema, documentLeavesOf } from './document';
export {
  type FactName,
  type Facts,
  type HeldCertificate,
  type HeldDiploma,
  type HeldTitle,
  type Job,
  type Stay,
  FactsSchema,
  lastDayOf,
  toAfter,
} from './facts';
export { type FeeItem, type FeeRow, type FeeTable, type Payee, type PaymentMethod, FeeItemSchema } from './fees';
export {
  type DocumentType,
  type IdentityMatrix,
  type IdentityRule,
  type Origin,
  type PhotoRule,
  DOCUMENT_TYPES,
  DocumentTypeSchema,
  ORIGINS,
  OriginSchema,
} from './identity';
export { type Notice, NOTICE_LANGUAGE, NoticeSchema, offeringOf } from './notice';
export {
  type MajorList,
  type OccupationList,
  type Offering,
  type Route,
  type Subject,
  type SubjectCode,
  SubjectCodeSchema,
} from './offering';
export { type PrintedName, DaySchema, PrintedNameSchema, FenSchema, TimeSchema } from './scalars';
export { type Source, SourceSchema } from './source';
export {
  type Anchor,
  type Boundary,
  type RetakeRule,
  type ScheduleRow,
  type SessionField,
  type KnownWindowKind,
  type Window,
  type WindowKind,
  SessionFieldSchema,
  WINDOW_KINDS,
  WindowKindSchema,
} from './window';
export { type AssumedLeaf, assumedKey, assumedWith } from './assumed-values';
export { assumedLeaves, checkNotice } from './check-notice';
export { clausesOf } from './clauses';
export { isAnnouncedLater, laterSubjectsOf } from './later-subjects';
export { leavesOf } from './leaves';
export { levelsNamed } from './levels-named';
export { type NoticeProblem, type NoticeProblemCode } from './problem';
export { printedDocument } from './printed-document';
export { type NodePath } from './walk';
