export {
  AUDIT_HEAD,
  type AuditEntry,
  type AuditValue,
  type BodyOf,
  FIRST_HASH,
  appendAudit,
  auditHeadRecord,
  auditRecord,
  bodyIn,
  verifyChain,
} from './audit';
