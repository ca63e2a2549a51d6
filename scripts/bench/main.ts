import { cpus, loadavg } from 'node:os';
import { runRoster, runUnits, runWorkload } from './child-process';
import { measureLighthouse } from './lighthouse';
import { measureRanking } from './ranking';
import { measureQueue } from './queue';
import { measureReads } from './reads';
import { measureResults } from './results';
import type { SideBySide } from './side-by-side';
import type { RosterFigures } from './roster';
import { measureSeating } from './seating';
import { type Row, printTable } from './table';

/** `npm run bench [-- --long | --lighthouse]`: what the hot paths cost on this machine, now; measures, asserts nothing. */
async function main(flags: readonly string[]): Promise<number> {
  const unknown = flags.filter((flag) => flag !== '--long' && flag !== '--lighthouse');
  if (unknown.length > 0) {
    console.error(`unknown: ${unknown.join(' ')}; there are --long and --lighthouse`);
    return 2;
  }
  const isLong = flags.includes('--long');
  const load = () => loadavg()[0]?.toFixed(1);
  console.log(`${cpus().length} cores, load ${load()} before · Node ${process.version} · median (least … most)\n`);

  if (flags.includes('--lighthouse')) return printLighthouse();

  const reads = await measureReads(isLong ? { rounds: 9, seconds: 8 } : { rounds: 5, seconds: 2 });
  printTable(
    'GET /api/v1/applications/:id on MariaDB, beside a bare read of the same row',
    sideBySide(reads.detail, 'bare Koa + mysql2', '0.5'),
  );
  printTable(
    'GET /api/v1/notices on MariaDB, beside a bare Koa that sends the same bytes',
    sideBySide(reads.list, 'bare Koa', '0.8'),
  );
  printTable(
    'GET /api/v1/notices/:id on MariaDB, beside a bare Koa that sends the same bytes',
    sideBySide(reads.notice, 'bare Koa', '0.8'),
  );

  const ranking = await measureRanking({ rounds: isLong ? 31 : 11 });
  printTable('Ranking a stage of 10,000 from the same stored marks on MariaDB', [
    { name: 'read and ranked by the rules', spread: ranking.rules, unit: 'ms', digits: 1 },
    { name: 'SQL window functions', spread: ranking.sql, unit: 'ms', digits: 1 },
    { name: 'rules : SQL', spread: ranking.ratio, unit: '(aim: 1.0)', digits: 2 },
  ]);

  const seating = measureSeating({ rounds: isLong ? 31 : 11 });
  printTable('Seating 5,000 in two subjects of three shifts, beside sorting the same list', [
    { name: 'seated', spread: seating.seated, unit: 'ms', digits: 0 },
    { name: 'sorted', spread: seating.sorted, unit: 'ms', digits: 1 },
    { name: 'seated : sorted', spread: seating.ratio, unit: '', digits: 0 },
    { name: 'seated, 5,000 : 2,500', spread: seating.growth, unit: '(n log n: 2.2)', digits: 1 },
  ]);

  const queue = await measureQueue({ rounds: isLong ? 31 : 11 });
  printTable('A queue of 5,000 applications on MariaDB, beside what no list and no approval can do without', [
    { name: 'the first 50 over HTTP', spread: queue.listed, unit: 'ms', digits: 1 },
    { name: 'the bare query of the same rows', spread: queue.queried, unit: 'ms', digits: 1 },
    { name: 'first rows : query', spread: queue.listedByQueried, unit: '', digits: 1 },
    { name: '1,000 approved together', spread: queue.approved, unit: 'seconds', digits: 1 },
    { name: '1,000 bare updates, a transaction each', spread: queue.updated, unit: 'seconds', digits: 2 },
    { name: 'approvals : updates', spread: queue.approvedByUpdated, unit: '', digits: 1 },
  ]);

  const looks = await measureResults({ rounds: isLong ? 7 : 3 });
  printTable('Results looked up on MariaDB, each with a new sign-in by WeChat, ten at once, while 280 are published', [
    { name: 'sign-in and look-up', spread: looks.rate, unit: 'a second', digits: 0 },
    { name: '99th percentile, nobody publishes', spread: looks.idleP99, unit: 'ms', digits: 0 },
    { name: '99th percentile, staff publish', spread: looks.busyP99, unit: 'ms', digits: 0 },
    { name: 'publishing : idle', spread: looks.ratio, unit: '', digits: 2 },
    { name: 'until everybody is told meanwhile', spread: looks.published, unit: 'seconds', digits: 1 },
  ]);

  const people = isLong ? 10_000 : 1_000;
  const roster = await runRoster({ rounds: isLong ? 3 : 1, people });
  printTable(`A unit's list of ${people} people on MariaDB, beside bare parsing and bare inserts`, rosterRows(roster));

  const units = await runUnits({ rounds: isLong ? 3 : 1, units: 40, people: isLong ? 250 : 50 });
  printTable(`40 units send lists of ${isLong ? 250 : 50} at once on MariaDB, while ten others read the notices`, [
    { name: '99th percentile, no unit sends', spread: units.idleP99, unit: 'ms', digits: 0 },
    { name: '99th percentile, all send', spread: units.busyP99, unit: 'ms', digits: 0 },
    { name: 'sending : idle', spread: units.ratio, unit: '(aim: 2)', digits: 2 },
    { name: 'until the last is taken in', spread: units.taken, unit: 'seconds', digits: 1 },
  ]);

  const measures = await runWorkload(new URL('benchmark-workload.ts', import.meta.url), isLong ? 15 : 5);
  printTable('A second a core, by processor time', [
    { name: 'assessments (varied facts, all notices)', spread: measures.assessments, unit: '', digits: 0 },
    { name: 'the same facts copied as JSON', spread: measures.copies, unit: '', digits: 0 },
    { name: 'assessments : copies', spread: measures.assessmentsByCopies, unit: '', digits: 2 },
    { name: 'timelines (all windows of a session, all notices)', spread: measures.timelines, unit: '', digits: 0 },
    { name: 'three counts of working days, nothing else', spread: measures.bareDays, unit: '', digits: 0 },
    { name: 'timelines : counts', spread: measures.timelinesByDays, unit: '', digits: 2 },
    { name: 'ticket PDFs', spread: measures.tickets, unit: '', digits: 0 },
    { name: 'pages of a batch of tickets', spread: measures.ticketPages, unit: '', digits: 0 },
    { name: 'pages of a batch : single tickets', spread: measures.pagesByTickets, unit: '', digits: 2 },
    { name: 'certificate PDFs', spread: measures.certificates, unit: '', digits: 0 },
    { name: 'pages of a batch of certificates', spread: measures.certificatePages, unit: '', digits: 0 },
    { name: 'pages of a batch : single certificates', spread: measures.pagesByCertificates, unit: '', digits: 2 },
  ]);
  const seconds = (rate: number) => 10_000 / rate;
  const { median, least, most } = measures.timelines;
  const whole = { median: seconds(median), least: seconds(most), most: seconds(least) };
  printTable('The timeline of 10,000 sessions', [
    { name: 'processor time of one core', spread: whole, unit: 'seconds', digits: 2 },
  ]);
  console.log(`load ${load()} after; trust the ratios, not the figures`);
  return 0;
}

/** The pages alone: beside other measures they would wait for a processor. */
async function printLighthouse(): Promise<number> {
  const measured = await measureLighthouse();
  if ('why' in measured) {
    console.error(`Lighthouse did not run: ${measured.why}`);
    return 1;
  }
  for (const { name, figures } of measured.pages)
    printTable(`${name}: Lighthouse, a phone on slow mobile data, simulated`, [
      { name: 'performance', spread: figures.performance, unit: '(aim: 90)', digits: 0 },
      { name: 'largest contentful paint', spread: figures.lcp, unit: 'seconds', digits: 2 },
      { name: 'first contentful paint', spread: figures.fcp, unit: 'seconds', digits: 2 },
      { name: 'total blocking time', spread: figures.tbt, unit: 'ms', digits: 0 },
      { name: 'cumulative layout shift', spread: figures.cls, unit: '', digits: 3 },
      { name: 'accessibility', spread: figures.accessibility, unit: '(aim: 100)', digits: 0 },
      { name: 'best practices', spread: figures.bestPractices, unit: '(aim: 100)', digits: 0 },
    ]);
  console.log('on a machine that does something else, too, blocking time and with it performance are worse');
  return 0;
}

/** By processor time of both processes first: another process on the machine lengthens the clock's. */
function rosterRows({ ours, same, lean, bySame, byLean, megabytes }: RosterFigures): Row[] {
  const both = (name: string, side: RosterFigures['ours'], digits: number): Row[] => [
    { name: `${name}, processor time with the server's`, spread: side.cpuSeconds, unit: 'seconds', digits },
    { name: `${name}, by the clock`, spread: side.seconds, unit: 'seconds', digits },
  ];
  return [
    ...both('read, judged, compared, written', ours, 1),
    ...both('parsed, and the same rows into the same tables', same, 2),
    ...both('parsed, and as text into three tables without keys', lean, 2),
    { name: 'list : the same rows, by processor time', spread: bySame.cpuSeconds, unit: '(aim: 3)', digits: 1 },
    { name: 'list : the same rows, by the clock', spread: bySame.seconds, unit: '(aim: 3)', digits: 1 },
    { name: 'list : text without keys, by processor time', spread: byLean.cpuSeconds, unit: '(aim: 3)', digits: 1 },
    { name: 'list : text without keys, by the clock', spread: byLean.seconds, unit: '(aim: 3)', digits: 1 },
    { name: 'most memory, all of this process', spread: megabytes, unit: 'MB', digits: 0 },
  ];
}

function sideBySide({ bff, bare, byRate, byCpu }: SideBySide, bareName: string, aim: string): Row[] {
  const both = (name: string, unit: string, measure: 'rate' | 'cpuMs' | 'p99Ms', digits: number): Row[] => [
    { name: `${name}, back end`, spread: bff[measure], unit, digits },
    { name: `${name}, ${bareName}`, spread: bare[measure], unit, digits },
  ];
  return [
    ...both('requests', 'a second', 'rate', 0),
    ...both('processor time', 'ms a request', 'cpuMs', 3),
    ...both('99th percentile', 'ms', 'p99Ms', 0),
    { name: 'back end : bare, by requests', spread: byRate, unit: `(aim: ${aim})`, digits: 2 },
    { name: 'back end : bare, by processor time', spread: byCpu, unit: '', digits: 2 },
  ];
}

process.exitCode = await main(process.argv.slice(2));
