import { runCommand } from './run-command';

/** `npm run -s notice -- COMMAND …`: JSON on stdout; exit 1 with `{problems}` on bad input, and while a tie is undecided. */
async function main(): Promise<void> {
  // `… | head` closes the pipe early: that is no error of ours
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const answer = await runCommand(process.argv.slice(2));
  if (!answer.ok || 'unfinished' in answer) process.exitCode = 1;
  process.stdout.write(`${JSON.stringify(answer.ok ? answer.value : { problems: answer.error }, null, 2)}\n`);
}

void main();
