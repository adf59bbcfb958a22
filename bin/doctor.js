// `millrace doctor`: what this machine has for running a suite, and what to do about the rest.
import { allChecks } from './checks.js';

/** Prints the checks. @param {boolean} json @returns {Promise<boolean>} whether a suite can run here. */
export async function report(json) {
  const checks = await allChecks();
  process.stdout.write(json ? `${JSON.stringify(checks, null, 2)}\n` : checks.map(line).join(''));
  return checks.every(({ verdict }) => verdict !== 'missing');
}

/** @param {import('./checks.js').Check} check */
export function line({ name, verdict, found, advice }) {
  return `${verdict.padEnd(8)} ${name.padEnd(7)} ${found}\n${advice ? `${' '.repeat(17)}${advice}.\n` : ''}`;
}
