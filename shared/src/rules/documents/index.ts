export { type Attached, type Checklist, type ChecklistGroup, type ChecklistItem, checklistOf } from './checklist-of';
export {
  KNOWN_DOCUMENTS,
  type KnownDocument,
  type Provision,
  isHandedIn,
  isKnownDocument,
  provisionsOf,
} from './provision';
