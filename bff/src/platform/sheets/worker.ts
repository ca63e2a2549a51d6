import { parentPort } from 'node:worker_threads';
import { type SheetTask, runTask } from './task';

if (!parentPort) throw new Error('this file runs in a worker');
const port = parentPort;
port.on('message', (task: SheetTask) => {
  void runTask(task).then((answer) => port.postMessage(answer));
});
port.postMessage('ready');
