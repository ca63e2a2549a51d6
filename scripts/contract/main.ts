import { everyEndpoint } from './endpoints';
import { errorCatalogue } from './errors';

/** `npm run -s contract -- errors [CODE]`: the refusals of the API as JSON on stdout. */
const [command, code, ...more] = process.argv.slice(2);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `… | head` closes the pipe early: that is no error of ours
  if (error.code !== 'EPIPE') throw error;
});
const catalogue = errorCatalogue(everyEndpoint()).filter((entry) => code === undefined || entry.code === code);
if (command !== 'errors' || more.length > 0) stop('say: npm run -s contract -- errors [CODE]');
else if (catalogue.length === 0) stop(`the API has no refusal "${code ?? ''}"`);
else process.stdout.write(`${JSON.stringify(catalogue, null, 2)}\n`);

function stop(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
