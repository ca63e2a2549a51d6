export {
  AUDIT_HEAD,
  type AuditEntry,
  type AuditValue,
  FIRST_HASH,
  appendAudit,
  auditHeadRecord,
  auditRecord,
  bodyIn,
  verifyChain,
} from './audit';
