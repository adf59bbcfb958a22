import { inspect } from 'node:util';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EXIT } from './commands/exit-codes.js';
import { InterruptedBySignal } from './commands/interruption.js';
import { red } from './commands/output.js';
import { nearest } from './site/nearest.js';
import { NotRunning } from './site/site.js';
import { parseReplicas, SCALABLE, SERVICES } from './site/topology.js';

const program = new Command('millrace')
  .description('Runs, watches, proves and repairs a Millrace suite.')
  .configureHelp({ sortSubcommands: false })
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
Data, secrets and logs lie in .millrace (MILLRACE_HOME). A suite elsewhere is named by MILLRACE_GATEWAY_URL; see docs/guides/operate.md.
Exit codes: 0 all went well, 1 it failed or differs, 2 the command line was not understood, 3 no suite runs, 130 interrupted.
DEBUG=1 shows where an error came from; NO_COLOR=1 leaves colours out.`,
  );

program
  .command('up')
  .description('start everything on this machine: PostgreSQL, Kafka and every service')
  .option('-d, --detach', 'in the background')
  .option('--fresh', 'forget all data of earlier runs first')
  .option('--demo', 'make a demo company and let it have one day of business')
  .addOption(replicas())
  .addOption(port())
  .option('--json', 'how to reach it, as a document')
  .action(async (options) => (await import('./commands/up.js')).up(options));

program
  .command('supervise', { hidden: true })
  .option('--fresh')
  .addOption(replicas())
  .addOption(port())
  .action(async (options) => (await import('./commands/up.js')).supervise(options));

program
  .command('down')
  .description('stop what runs on this machine')
  .option('--json', 'whether something was stopped, as a document')
  .action(async (options) => (await import('./commands/down.js')).down(options));

program
  .command('doctor')
  .description('check what this machine has for running a suite, and say what to do')
  .option('--json', 'as an array of { name, verdict, found, advice }')
  .action(async (options) => (await import('./commands/doctor.js')).doctor(options));

program
  .command('status')
  .description('list the processes')
  .option('--json', 'as an array of { name, service, pid, ready, reason, restarts, port, memoryMiB }')
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
  .option('-n, --lines <n>', 'so many lines', numberFrom(0, 1_000_000), 50)
  .option('-f, --follow', 'and what comes after')
  .action(async (name, options) => (await import('./commands/logs.js')).showLog(name, options));

program
  .command('audit')
  .description('prove that stock, ledger, documents and events agree; exit code 1 when they do not')
  .option('--wait <seconds>', 'let what is under way arrive first, at most so long', numberFrom(0, 86_400), 60)
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
  .addOption(service())
  .addOption(new Option('--state <state>').choices(['parked', 'waiting']).default('parked'))
  .option('--consumer <name>', 'such as inventory.reservation', consumer)
  .option('--cause <code>', 'of this error, or waiting for this type of fact')
  .option('--older-than <seconds>', 'for longer than so many seconds', numberFrom(0, 31_536_000))
  .option('--json', 'as an array')
  .action(async (options) => (await import('./commands/parked.js')).listParked(options));
parked
  .command('show')
  .description('what is kept of one stream, with the error')
  .argument('<consumer>', 'such as inventory.reservation', consumer)
  .argument('<topic>', 'such as orders.sales-order')
  .argument('<key>')
  .option('--json', 'as an array')
  .action(async (consumer, topic, key, options) => (await import('./commands/parked.js')).showParked({ consumer, topic, key }, options));
parked
  .command('replay')
  .description('apply what is parked again, in order: everything, or one service, consumer or stream')
  .requiredOption('--reason <text>', 'kept with the action')
  .addOption(service())
  .option('--consumer <name>', 'such as inventory.reservation', consumer)
  .option('--topic <name>')
  .option('--key <key>')
  .option('--cause <code>', 'of this error')
  .option('--older-than <seconds>', 'parked for longer than so many seconds', numberFrom(0, 31_536_000))
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/parked.js')).replayParked(options));
parked
  .command('discard-all')
  .description('give up what streams are parked for, in every stream that matches, and apply what is behind; the audit will name each')
  .requiredOption('--reason <text>', 'kept with each event')
  .addOption(service())
  .option('--consumer <name>', 'such as inventory.reservation', consumer)
  .option('--topic <name>')
  .option('--key <key>')
  .option('--cause <code>', 'of this error')
  .option('--older-than <seconds>', 'parked for longer than so many seconds', numberFrom(0, 31_536_000))
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/parked.js')).discardAllParked(options));
parked
  .command('discard')
  .description('give up the first kept event of a stream; the audit will name it')
  .argument('<consumer>', 'such as inventory.reservation', consumer)
  .argument('<topic>')
  .argument('<key>')
  .argument('<sequence>', 'of the event, as in show', numberFrom(1, Number.MAX_SAFE_INTEGER))
  .requiredOption('--reason <text>', 'kept with the event')
  .option('--json', 'as a document')
  .action(async (consumer, topic, key, sequence, options) => (await import('./commands/parked.js')).discardParked({ consumer, topic, key }, sequence, options));

const held = program.command('held').description('streams whose facts the broker refuses');
held
  .command('list')
  .description('which, since when, and why')
  .option('--json', 'as an array')
  .action(async (options) => (await import('./commands/held.js')).listHeld(options));
held
  .command('release')
  .description('publish a stream again, from the fact that was refused')
  .argument('<topic>', 'such as orders.sales-order')
  .argument('<key>')
  .requiredOption('--reason <text>', 'kept with the action')
  .option('--json', 'as a document')
  .action(async (topic, key, options) => (await import('./commands/held.js')).releaseHeld(topic, key, options));

program
  .command('waits')
  .description('what each process waits for, and since when')
  .option('--json', 'as an array')
  .action(async (options) => (await import('./commands/waits.js')).showWaits(options));

const mails = program.command('mails').description('what the suite of this machine would have sent by mail');
mails
  .command('list', { isDefault: true })
  .description('the last ones, or one with all that it says')
  .argument('[number]', 'of a mail, as in the list', numberFrom(1, Number.MAX_SAFE_INTEGER))
  .option('--to <address>', 'only those to this address')
  .option('--json', 'as an array, with their sources')
  .action(async (number, options) => (await import('./commands/mails.js')).showMails(number, options));
mails
  .command('serve')
  .description('take mails and show them, beside a suite in containers')
  .option('--host <address>', 'where to listen', '127.0.0.1')
  .option('--smtp-port <n>', 'where mails are taken', numberFrom(1, 65_535), 1_025)
  .option('--page-port <n>', 'where they are shown', numberFrom(1, 65_535), 8_025)
  .action(async (options) => (await import('./commands/mails.js')).serve(options));

program
  .command('why')
  .description('why somebody may do something, or what is missing; exit code 1 when it may not')
  .argument('<user>', 'e-mail address, client id, or id of an account')
  .argument('<operation>', 'of the API document, such as PlaceOrder_place or "POST /v1/sales-orders"')
  .option('--company <company>', 'name or id of the company that it would act for; its only one when nobody says')
  .option('--json', 'as an array')
  .action(async (user, operation, options) => (await import('./commands/why.js')).why(user, operation, options));

program
  .command('rebuild')
  .description('build a copy again from the first fact on, beside the live one, and prove that both are equal')
  .argument('<consumer>', 'such as orders.item-copy', consumer)
  .requiredOption('--reason <text>', 'kept with the run')
  .option('--accept', 'put the new rows in the place of the live ones where they differ')
  .option('--json', 'as a document')
  .action(async (name, options) => (await import('./commands/rebuild.js')).rebuild(name, options));

program
  .command('replay')
  .description("drive a retailer's documents through the API: the UCI data set Online Retail, plain or gzip, all of it or a part")
  .argument('<file>')
  .option('--company <name>', 'of a company of its own', 'Online Retail')
  .option('--until <document>', 'stop after this document')
  .option('--books <file>', 'write what the books say afterwards')
  .option('--concurrency <n>', 'documents under way at once', numberFrom(1, 512), 256)
  .option('--json', 'what was replayed, as a document')
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
  .option('--fault <names...>', 'these only, by name or number')
  .option('--all', 'every fault once, one by one, in the order of the matrix')
  .option('--previous <folder>', 'another checkout with a build, to run beside this one')
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/chaos.js')).chaos(options));

program
  .command('bench')
  .description('measure a suite of its own beside what plain SQL reaches on the same server, and prove that what was counted was done')
  .argument(
    '[workloads...]',
    'order-to-cash, place-order, journal-entry, lists, payroll, month, reports, idle, latency, rebuild; all of them when none is named',
  )
  .option('--seconds <n>', 'of one run of one case', numberFrom(1, 3_600), 10)
  .option('--runs <n>', 'of each case; the median counts', numberFrom(1, 99), 3)
  .option('--in-flight <list>', 'orders on their way at once', numbersFrom(1, 512), [1, 8, 64, 256])
  .option('--orders <n>', 'so many completed orders are in the tables beforehand; order-to-cash is measured without and with them', numberFrom(1, 10_000_000))
  .option('--partitions <n>', 'of each topic; as "up" has them when nobody says', numberFrom(1, 999))
  .addOption(replicas())
  .addOption(new Option('--profile <kinds...>', "where the processor time of these goes, and the database's; costs speed").choices(SCALABLE))
  .option('--keep', 'leave the data in the home, in bench')
  .option('--json', 'as a document')
  .action(async (workloads, options) => (await import('./commands/bench.js')).bench(workloads, options));

program
  .command('login')
  .description('sign in to the suite: enter a code in a browser, here or on another device')
  .option('--company <company>', 'name or id of the company to act for alone; your only one, or none, when nobody says')
  .option('--json', 'who signed in, as a document')
  .action(async (options) => (await import('./commands/sign-in.js')).login(options));

program
  .command('logout')
  .description('sign out of the suite, here and there')
  .option('--json', 'whether somebody was signed in, as a document')
  .action(async (options) => (await import('./commands/sign-in.js')).logout(options));

program
  .command('whoami')
  .description('who commands act as, and what that permits')
  .option('--json', 'as a document')
  .action(async (options) => (await import('./commands/sign-in.js')).whoami(options));

program
  .command('api')
  .description('one call of the API as who is signed in, such as api GET /v1/companies')
  .argument('<method>')
  .argument('<path>')
  .option('--body <json>', 'the body; @file to read it from a file, - to read it from standard input')
  .option('--company <company>', 'name or id of the company that it is about')
  .option('--if-match <version>', 'such as 3, or "*"')
  .option('--key <key>', 'the idempotency key of a write; a new one when nobody says')
  .action(async (method, path, options) => (await import('./commands/sign-in.js')).api(method, path, options));

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
  if (error instanceof InterruptedBySignal) process.stderr.write(`${error.message}\n`);
  else if (!(error instanceof CommanderError)) process.stderr.write(`${red('error')}: ${messageOf(error)}\n`);
  process.exitCode = exitCodeOf(error);
}
// Timers and sockets of libraries must not keep a finished command alive.
process.exit();

function messageOf(error: unknown): string {
  return process.env.DEBUG ? inspect(error) : ((error as Error).message ?? String(error));
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage; // 0: somebody asked for help.
  if (error instanceof NotRunning) return EXIT.notRunning;
  return error instanceof InterruptedBySignal ? EXIT.interrupted : EXIT.failed;
}

/** A parser for an option or argument that is a whole number. */
function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^[0-9]+$/.test(text) || value < least || value > most) throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}

/** The same for a list of them, such as 1,8,64. */
function numbersFrom(least: number, most: number): (text: string) => number[] {
  return (text) => text.split(',').map(numberFrom(least, most));
}

function replicas(): Option {
  const parse = (text: string) => {
    try {
      return parseReplicas(text);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };
  return new Option('--replicas <list>', 'how many processes of which service, such as orders=2,inventory=2').argParser(parse).default({}, '1 of each');
}

function port(): Option {
  return new Option('--port <n>', 'where the gateway listens; 8080 or another when nobody says').env('MILLRACE_PORT').argParser(numberFrom(1, 65_535));
}

function service(): Option {
  return new Option('--service <name>', 'of one service only').choices(SERVICES);
}

function consumer(text: string): string {
  const owner = text.slice(0, text.indexOf('.'));
  if (!SERVICES.some((name) => name === owner))
    throw new InvalidArgumentError(`It begins with its service and a dot: ${SERVICES.join(', ')}.${nearest(owner, SERVICES)}`);
  return text;
}
