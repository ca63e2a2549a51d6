import { parentPort } from 'node:worker_threads';

/** In a worker: says that it stands, then answers each task it is sent. An answer is plain data. */
export function answerTasks<Task, Answer>(run: (task: Task) => Promise<Answer>): void {
  if (!parentPort) throw new Error('this file runs in a worker');
  const port = parentPort;
  port.on('message', (task: Task) => {
    void run(task).then((answer) => port.postMessage(answer));
  });
  port.postMessage('ready');
}
