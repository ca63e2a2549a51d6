import {
  applicationApproved,
  applicationBarred,
  applicationChangedHands,
  applicationLapsed,
  applicationLeft,
  applicationRecalled,
  applicationReinstated,
  applicationRejected,
  applicationReopened,
  applicationReturned,
  applicationSaved,
  applicationStarted,
  applicationStopped,
  applicationSubmitted,
  applicationWithdrawn,
  planReviewOver,
} from './features/applications';
import {
  giveEntryMessages,
  giveMessages,
  tellApproved,
  tellLapsed,
  tellRecalled,
  tellReinstated,
  tellRejected,
  tellReopened,
  tellReturned,
  tellSubmitted,
  tellWithdrawn,
} from './features/messages';
import {
  banFromBefore,
  closeForMark,
  openForMark,
  refuseBanned,
  refuseBannedDocument,
  refuseBannedEntry,
  refuseBannedHandIn,
  refuseOldScheme,
  refuseUnheard,
  settleKept,
} from './features/conduct';
import {
  entrantNamed,
  entryClaimed,
  entryEnded,
  entryGrouped,
  entryTaken,
  stageCancelled,
  stageMoved,
} from './features/contests';
import { drawMoved, endPlaces, followStage, placeAsked, placeLeft, placesGiven } from './features/draws';
import { dropCorrection } from './features/corrections';
import { importedConfirmed } from './features/imported-records';
import { attendanceDecided, doorBreachDismissed, endDuties, refuseOpenDoor } from './features/invigilation';
import { calendarYearCorrected } from './features/notices';
import { cheatingMarked, cheatingUnmarked, publishDecided, reportDismissal } from './features/results';
import { planLapse, planNews, unconfirmRow } from './features/rosters';
import { planPublicityEnd } from './features/objections';
import { cancelOrder, followOwner, openOrder, orderSettled, orderUnsettled } from './features/orders';
import { followRanks } from './features/awards';
import { closeCancelled, closeJudging, refuseJudged } from './features/judging';
import {
  noteLeft,
  refuseBegun,
  refuseFrozen,
  refuseHeld,
  refuseSteppedBack,
  stagePlaceEnded,
  stagePublished,
  tellRanks,
} from './features/stages';
import { laterPapersChanged, refuseUsedYear, sessionPublished, sessionWindowsChanged } from './features/sessions';
import {
  liftEntrant,
  liftPlace,
  liftStage,
  moveStageDay,
  planExamReminder,
  planLateTicket,
  planTicketDay,
  promiseSeating,
  refuseHeatClash,
  refuseSeated,
  refuseUsedPapers,
  ticketIssued,
} from './features/sittings';
import { agentRemoved } from './features/units';
import { type Subscription, on } from './platform/http';
import { dropBatchesOf } from './platform/photo-batches';

/**
 * Who hears of what: each event with its handlers in the order in which they run, in the transaction of what happened.
 * A feature calls those to its left; only what must be told to its right stands here.
 */
export const wiring: readonly Subscription[] = [
  on(calendarYearCorrected, refuseUsedYear),
  on(agentRemoved, dropBatchesOf),
  on(sessionPublished, planReviewOver, promiseSeating, planTicketDay, planExamReminder),
  on(laterPapersChanged, refuseUsedPapers),
  on(sessionWindowsChanged, planReviewOver, planTicketDay, planPublicityEnd),
  // conduct refuses here whoever is banned, and what gives up passes and was not meant to
  on(applicationStarted, refuseBanned),
  on(applicationSaved, unconfirmRow),
  on(applicationReturned, dropCorrection, tellReturned, planNews),
  on(applicationSubmitted, refuseBannedHandIn, refuseUnheard, refuseOldScheme, settleKept, tellSubmitted),
  on(applicationRecalled, tellRecalled),
  on(applicationApproved, refuseBanned, openOrder, settleKept, tellApproved, planNews, planLapse),
  // and here, of an approval that is taken back
  on(applicationReopened, cancelOrder, dropCorrection, settleKept, tellReopened),
  on(applicationRejected, dropCorrection, settleKept, tellRejected, planNews),
  // orders refuses here when the money came in this very moment: nobody is told then
  on(applicationStopped, cancelOrder, dropCorrection, settleKept, tellRejected),
  on(applicationBarred, dropCorrection, settleKept, planNews),
  on(applicationWithdrawn, cancelOrder, dropCorrection, settleKept, tellWithdrawn),
  on(applicationLeft, dropCorrection, settleKept, tellWithdrawn, planNews),
  on(applicationLapsed, dropCorrection, settleKept, tellLapsed, planNews),
  on(applicationReinstated, settleKept, tellReinstated),
  on(applicationChangedHands, followOwner, giveMessages),
  on(orderSettled, planLateTicket),
  on(ticketIssued, planNews),
  // sittings refuses here where somebody has a seat or a ticket by that money
  on(orderUnsettled, refuseSeated),
  on(entrantNamed, refuseBannedDocument),
  on(entryTaken, refuseBannedEntry),
  on(entryClaimed, giveEntryMessages),
  // a drawn place before the seat, in which order both are locked
  on(entryEnded, endPlaces, liftEntrant),
  on(entryGrouped, refuseFrozen),
  // in the order in which marks are locked: the judging before the desk
  on(stageMoved, refuseJudged, refuseBegun, followStage, moveStageDay, endDuties),
  on(stageCancelled, closeCancelled, refuseHeld, liftStage),
  on(stagePlaceEnded, endPlaces, liftPlace),
  on(drawMoved, refuseJudged, refuseBegun),
  on(placesGiven, refuseHeatClash),
  on(placeAsked, refuseSteppedBack),
  on(placeLeft, noteLeft),
  on(doorBreachDismissed, reportDismissal),
  on(attendanceDecided, publishDecided),
  on(importedConfirmed, banFromBefore),
  on(cheatingMarked, openForMark),
  on(cheatingUnmarked, closeForMark),
  // judging refuses here while marks are given and not locked, and the doors while something they saw waits
  on(stagePublished, closeJudging, refuseOpenDoor, tellRanks, followRanks),
];
