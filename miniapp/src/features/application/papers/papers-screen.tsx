import { useState } from 'react';
import { scrollToFault } from '../../../platform';
import { BigButton } from '../../../ui';
import { heldApplication } from '../draft/application-source';
import { waitingParts } from '../draft/draft-store';
import { type StepMode, leaveStep, nextButtonText } from '../draft/leave-step';
import { StepPage, WithDraft } from '../draft/step-page';
import { checklistFor } from '../draft/steps';
import { type Draft, useSaving } from '../draft/use-draft';
import { PaperGroup } from './paper-group';
import { papersOf } from './paper-parts';

/** ④ The papers of the chosen condition and of everybody, each the way the notice takes it. */
export const PapersScreen = ({ id, way }: { id: string; way: StepMode }) => (
  <WithDraft id={id}>{(draft) => <PapersStep draft={draft} way={way} />}</WithDraft>
);

function PapersStep({ draft, way }: { draft: Draft; way: StepMode }) {
  const { application, notice } = draft;
  const { put, save, saving } = useSaving(application.id);
  const [asked, setAsked] = useState(false);
  const checklist = checklistFor(application, notice);
  // why: a number typed a moment ago is not saved yet, and a file must not put the papers back to before it
  const latest = () =>
    waitingParts(application.id)?.papers ?? papersOf((heldApplication(application.id) ?? application).papers);

  const next = async () => {
    setAsked(true);
    if (!(await save())) return;
    // as it stands now that all of it is saved
    const saved = heldApplication(application.id) ?? application;
    if (checklistFor(saved, notice).complete && saved.route !== null)
      leaveStep('papers', { ...draft, application: saved }, way);
    else scrollToFault();
  };
  return (
    <StepPage
      step="papers"
      draft={draft}
      hint={application.route === null ? '请先选好报名条件，再准备材料。' : null}
      obstacle={asked && !checklist.complete ? '还有材料没有备齐，请看标“待提供”的几项' : null}
      action={
        <BigButton
          id="next-step"
          text={nextButtonText(way)}
          busy={saving.state === 'saving'}
          onTap={() => void next()}
        />
      }
    >
      {checklist.groups.map((group, index) => (
        <PaperGroup
          key={index}
          applicationId={application.id}
          group={group}
          papers={application.papers}
          onSave={save}
          onPut={put}
          latest={latest}
        />
      ))}
    </StepPage>
  );
}
