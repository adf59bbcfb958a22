import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { makeEveryKind } from './every-kind.js';
import { expectCleanAudit, Suite } from './suite.js';

const FOLDER = fileURLToPath(new URL('../../../tools/api-tests', import.meta.url));
const SECONDS = '20';
/** What ends the token that it goes in with, and so comes last. */
const SIGN_OUT = '^/v1/sign-outs$';

/** Runs it for a while over the document or a part of it, and gives what it said when it found something. */
async function findingsOf(config: string, gateway: string, env: NodeJS.ProcessEnv, ...part: string[]): Promise<string> {
  const run = ['run', `${gateway}/openapi.json`, '--phases', 'examples,coverage', '--max-time', SECONDS, '--no-color'];
  const args = ['--config-file', config, ...run, ...part];
  const child = spawn('schemathesis', args, { cwd: FOLDER, env: { ...process.env, PYTHONPATH: FOLDER, PYTHONDONTWRITEBYTECODE: '1', ...env } });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject));
  return code === 0 ? '' : Buffer.concat(chunks).toString('utf8');
}

describe('the API as its document has it', () => {
  const suite = new Suite();
  let company: Company;

  beforeAll(async () => {
    company = await Company.found(suite, 'Tried by a machine');
    await makeEveryKind(company, suite.administrator);
  });

  afterAll(() => company.api.close());

  it('answers who may do everything with what the document says, and with no fault', async () => {
    const token = await company.api.accessToken();
    const findings = (...part: string[]) => findingsOf('schemathesis.toml', suite.site.gateway, { MILLRACE_TOKEN: token }, ...part);
    const companies = () => fetch(`${suite.site.gateway}/v1/companies`, { headers: { authorization: `Bearer ${token}` } });
    expect(await findings('--exclude-path-regex', SIGN_OUT)).toBe('');
    expect((await companies()).status, 'a token that lasted through all of it').toBe(200);
    expect(await findings('--include-path-regex', SIGN_OUT)).toBe('');
    await expectCleanAudit(suite);
  });

  it('answers strangers so too', async () => {
    expect(await findingsOf('anonymous.toml', suite.site.gateway, {})).toBe('');
  });
});
