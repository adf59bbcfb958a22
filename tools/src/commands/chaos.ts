import { resolve } from 'node:path';
import { printReport } from './audit.js';
import { runChaos } from '../chaos/chaos.js';
import { InterruptedBySignal, onSignal } from './interruption.js';
import { bold, green, print, printJson, progress, red, table } from './output.js';

export type ChaosCommand = Readonly<{
  seed?: string;
  minutes: string;
  rate: string;
  factor: string;
  fault?: readonly string[];
  all?: boolean;
  previous?: string;
  json?: boolean;
}>;

export async function chaos({ seed: given, minutes, rate, factor, fault: faults, all, previous, json }: ChaosCommand): Promise<void> {
  const seed = numberOf('--seed', given ?? String(Math.floor(Math.random() * 1_000_000)), 0, 2 ** 31);
  const options = {
    seed,
    minutes: numberOf('--minutes', minutes, 0, 600),
    rate: numberOf('--rate', rate, 0.1, 500),
    factor: numberOf('--factor', factor, 0.001, 1),
  };
  progress(`seed ${seed}, ${options.rate} calls a second, durations and counts of the matrix times ${options.factor}`);
  const calledOff = new AbortController();
  onSignal(() => calledOff.abort(new InterruptedBySignal('chaos was called off')));
  const result = await runChaos({ ...options, faults, all, previous: previous && resolve(previous), onProgress: progress }, calledOff.signal);
  process.exitCode = result.passed ? 0 : 1;
  if (json) return printJson(result);
  const { results, calls, unknown, reports, history, passed, folder } = result;
  const rows = results.map((each): (string | number)[] => {
    const { id, name, title } = each.fault;
    if (each.whyNot) return [id, name, '-', '-', `not injected: ${each.whyNot}`];
    const verdict = each.failure ? red(each.failure) : `${green('passed')}: ${each.proof}`;
    return [id, name, each.hits, each.hits > 0 ? `${(each.recoveredMs / 1_000).toFixed(1)} s` : '-', each.hits > 0 || each.failure ? verdict : title];
  });
  print(`\n${table(['', 'fault', 'hit', 'recovered in', 'verdict'], rows)}`);
  print(
    `\n${bold('Callers')}: ${calls} calls, ${unknown} with an outcome that is unknown; ${history.length === 0 ? green('what they were told holds') : red(history.join('\n'))}`,
  );
  for (const report of reports) {
    if (!report.clean) printReport(report);
    const compared = report.findings.reduce((sum, each) => sum + each.compared, 0);
    print(`${bold('Audit')}: ${report.clean ? green('clean') : red('not clean')} (${report.facts} facts, ${compared} comparisons)`);
  }
  print(`${bold('Seed')} ${seed}: ${passed ? green('passed') : red(`failed; history and logs are in ${folder}`)}`);
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isNaN(value) || value < least || value > most) throw new Error(`${name} is a number from ${least} to ${most}.`);
  return value;
}
