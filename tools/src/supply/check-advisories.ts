import { spawnSync } from 'node:child_process';
import { ROOT } from '../site/home.js';
import { ACCEPTED, linesOf, outcomeOf } from './advisories.js';
import { npmCall } from './npm.js';

/** `npm run advisories`: asks the registry what is known of what runs. Severe advisories fail; a registry that does not answer is told and fails nothing. */
const PATIENCE_MS = 120_000;

const { command, args, shell } = npmCall(['audit', '--omit=dev', '--json', '--audit', '--fetch-retries=1', '--fetch-timeout=30000', '--loglevel=silent']);
const { stdout, error } = spawnSync(command, args, { cwd: ROOT, shell, encoding: 'utf8', timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 });
const outcome = error ? ({ answered: false, why: error.message } as const) : outcomeOf(stdout, ACCEPTED, new Date().toISOString().slice(0, 10));
process.stdout.write(`${linesOf(outcome).join('\n')}\n`);
process.exitCode = outcome.answered && outcome.open.length > 0 ? 1 : 0;
