import { answerTasks } from '../worker-pool/answer-tasks';
import { runTask } from './task';

answerTasks(runTask);
