import { defineEvent } from '../../platform/http';

/** All heats of a stage go to other days: whoever knows that the stage has begun says no here. */
export const drawMoved = defineEvent<{ readonly stageId: string }>('drawMoved');
