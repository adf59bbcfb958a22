import { Command, CommanderError } from 'commander';
import { red } from './commands/output.js';

const program = new Command('millrace')
  .description('Runs, watches, proves and repairs a Millrace suite.')
  .configureHelp({ sortSubcommands: false })
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    '\nData, secrets and logs lie in .millrace (MILLRACE_HOME). A suite elsewhere is named by MILLRACE_GATEWAY_URL; see docs/guides/operate.md.',
  );

program
  .command('up')
  .description('start everything on this machine: PostgreSQL, Kafka and every service')
  .option('-d, --detach', 'in the background')
  .option('--fresh', 'forget all data of earlier runs first')
  .option('--demo', 'make a demo company and let it have one day of business')
  .option('--replicas <list>', 'how many processes of which service, such as orders=2,inventory=2', '')
  .action(async (options) => (await import('./commands/up.js')).up(options));

program
  .command('down')
  .description('stop what runs on this machine')
  .action(async () => (await import('./commands/up.js')).down());

program
  .command('status')
  .description('list the processes')
  .option('--json', 'as an array of { name, pid, ready, port, memoryMiB }')
  .action(async (options) => (await import('./commands/status.js')).showStatus(options));

program
  .command('restart')
  .description('restart a process, or every replica of a service; also kafka and postgres')
  .argument('<name>', 'as in status')
  .option('--failpoint <list>', 'make the new process fail at a named moment, such as relay.after-publish=kill')
  .option('--json', 'answer with the status afterwards')
  .action(async (name, options) => (await import('./commands/status.js')).restart(name, options));

program
  .command('logs')
  .description('show the end of a log')
  .argument('<name>', 'as in status, or supervisor')
  .option('-n, --lines <n>', 'so many lines', '50')
  .option('-f, --follow', 'and what comes after')
  .action(async (name, options) => (await import('./commands/logs.js')).showLog(name, options));

program
  .command('audit')
  .description('prove that stock, ledger, documents and events agree; exit code 1 when they do not')
  .option('--wait <seconds>', 'let what is under way arrive first, at most so long', '60')
  .option('--json', 'the findings as a document')
  .action(async (options) => (await import('./commands/audit.js')).audit(options));

program
  .command('trace')
  .description('every fact of one business case, from order to money, in causal order, from the log alone')
  .argument('<order>', 'id or number of a sales order')
  .option('--json', 'as an array')
  .action(async (order, options) => (await import('./commands/trace.js')).trace(order, options));

const parked = program.command('parked').description('events that a service could not apply');
parked
  .command('list')
  .description('the streams that are parked, or wait for something')
  .option('--service <name>', 'of one service only')
  .option('--state <state>', 'parked or waiting', 'parked')
  .option('--json', 'as an array')
  .action(async (options) => (await import('./commands/parked.js')).listParked(options));
parked
  .command('show')
  .description('what is kept of one stream, with the error')
  .argument('<consumer>', 'such as inventory.reservation')
  .argument('<topic>', 'such as orders.sales-order')
  .argument('<key>')
  .option('--json', 'as an array')
  .action(async (consumer, topic, key, options) => (await import('./commands/parked.js')).showParked({ consumer, topic, key }, options));
parked
  .command('replay')
  .description('apply what is parked again, in order: everything, or one service, consumer or stream')
  .requiredOption('--reason <text>', 'kept with the action')
  .option('--service <name>')
  .option('--consumer <name>')
  .option('--topic <name>')
  .option('--key <key>')
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/parked.js')).replayParked(options));
parked
  .command('discard')
  .description('give up the first kept event of a stream; the audit will name it')
  .argument('<consumer>')
  .argument('<topic>')
  .argument('<key>')
  .argument('<sequence>', 'of the event, as in show')
  .requiredOption('--reason <text>', 'kept with the event')
  .action(async (consumer, topic, key, sequence, options) =>
    (await import('./commands/parked.js')).discardParked({ consumer, topic, key }, Number(sequence), options),
  );

program
  .command('replay')
  .description("drive a retailer's documents through the API: the UCI data set Online Retail, plain or gzip, all of it or a part")
  .argument('<file>')
  .option('--company <name>', 'of a company of its own', 'Online Retail')
  .option('--until <document>', 'stop after this document')
  .option('--books <file>', 'write what the books say afterwards')
  .option('--concurrency <n>', 'documents under way at once', '48')
  .action(async (file, options) => (await import('./commands/replay.js')).replayFile(file, options));

program
  .command('books')
  .description("a company's sales, stock and money, from the services' own figures")
  .option('--company <name>', '', 'Online Retail')
  .option('--out <file>', 'write them there instead of printing them')
  .action(async (options) => (await import('./commands/replay.js')).showBooks(options));

program
  .command('chaos')
  .description('break a suite of its own in every known way under load, mend it, and prove that nothing was lost or done twice')
  .option('--seed <n>', 'of traffic and order of faults; made up and printed when absent')
  .option('--minutes <n>', 'every fault once, then some at random until so many minutes are over', '0')
  .option('--rate <n>', 'calls a second', '8')
  .option('--factor <n>', 'of the durations and counts of the fault matrix', '0.05')
  .option('--fault <name>', 'this one only, by name or number')
  .option('--all', 'every fault once, one by one, in the order of the matrix')
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/chaos.js')).chaos(options));

program
  .command('secrets')
  .description('make the secrets of a suite in containers: one folder of files for each container')
  .option('--folder <folder>', 'where', 'secrets')
  .option('--show', 'show how the first administrator signs in')
  .action(async (options) => (await import('./commands/provision.js')).secrets(options));

program
  .command('provision')
  .description('make databases, roles, schemas and topics on the servers that DATABASE_HOST and KAFKA_BROKERS name')
  .option('--folder <folder>', 'where the secrets are', 'secrets')
  .action(async (options) => (await import('./commands/provision.js')).provision(options));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) process.stderr.write(`${red('error')}: ${messageOf(error)}\n`);
  process.exitCode = 1;
}
// Timers and sockets of libraries must not keep a finished command alive.
process.exit();

function messageOf(error: unknown): string {
  const { message, name } = error as Error;
  const expected = ['StartFailed', 'NotRunning', 'ApiError', 'Error'].includes(name) || (error as object).constructor.name !== 'Error';
  return expected || !process.env.DEBUG ? message : String((error as Error).stack);
}
