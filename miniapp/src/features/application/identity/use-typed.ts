import type { ApplicationView } from '@jikaotong/shared/contract';
import type { IdentityMatrix } from '@jikaotong/shared/notice';
import { useState } from 'react';
import { waitingParts } from '../draft/draft-store';
import { type IdentityForm, type Told, formOf, withUnsaved } from './identity-form';

/** What was typed last, wrong answers included, for as long as the app is open; in memory only, for it is personal. */
let typed: { applicationId: string; form: IdentityForm } | null = null;

/** The identity fields; leaving the page and coming back loses nothing. */
export function useTyped(
  { id, candidate, facts, submittedAt }: Pick<ApplicationView, 'id' | 'candidate' | 'submittedAt'> & { facts: Told },
  matrix: IdentityMatrix | null,
): [IdentityForm, (form: IdentityForm) => void] {
  const [form, setForm] = useState(() =>
    typed?.applicationId === id
      ? typed.form
      : withUnsaved(
          formOf(candidate, matrix, { ...facts, isDraft: submittedAt === null }),
          waitingParts(id)?.candidate,
        ),
  );
  return [
    form,
    (next) => {
      typed = { applicationId: id, form: next };
      setForm(next);
    },
  ];
}

/** Forgets what was typed once it is handed in. */
export function forgetTyped(): void {
  typed = null;
}
