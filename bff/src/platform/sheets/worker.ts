import { setPriority } from 'node:os';
import { answerTasks } from '../worker-pool/answer-tasks';
import { runTask } from './task';

/** Whoever waits for a page goes before a sheet that is read; where cores are free it is as fast as ever. */
const BEHIND_REQUESTS = 5;

// on Linux this is of the thread alone, elsewhere of the whole server
if (process.platform === 'linux') setPriority(BEHIND_REQUESTS);

answerTasks(runTask);
