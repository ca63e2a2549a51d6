import type { ReactNode } from 'react';
import { Tag } from '../../ui';
import type { RemarkField } from './quick-phrases';

/** A small mark beside what was changed since it was sent back. */
export const changedMark =
  (changed: readonly RemarkField[]) =>
  (field: RemarkField): ReactNode =>
    changed.includes(field) ? <Tag text="已改" tone="info" /> : null;
