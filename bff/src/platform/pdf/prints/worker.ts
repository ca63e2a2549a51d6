import { answerTasks } from '../../worker-pool/answer-tasks';
import { compilePrint } from './compile-print';

answerTasks(compilePrint);
