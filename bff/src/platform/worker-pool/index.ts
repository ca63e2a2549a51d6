export { type PoolRefusal, type WorkerPool, type WorkerPoolSpec, workerPool } from './worker-pool';
export { answerTasks } from './answer-tasks';
