import { answerTasks } from '../../worker-pool/answer-tasks';
import { runPrint } from './print-task';

answerTasks(runPrint);
