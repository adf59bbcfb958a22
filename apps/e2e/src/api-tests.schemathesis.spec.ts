import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Company } from './company.js';
import { makeEveryKind } from './every-kind.js';
import { expectCleanAudit, Suite } from './suite.js';

const FOLDER = fileURLToPath(new URL('../../../tools/api-tests', import.meta.url));
const SECONDS = '20';

/** Runs it for a while over the whole document, and gives what it said when it found something. */
async function findingsOf(config: string, gateway: string, env: NodeJS.ProcessEnv): Promise<string> {
  const args = ['--config-file', config, 'run', `${gateway}/openapi.json`, '--phases', 'examples,coverage', '--max-time', SECONDS, '--no-color'];
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
    const { email, password } = suite.site.administrator;
    const env = { MILLRACE_EMAIL: email, MILLRACE_PASSWORD: password, MILLRACE_COMPANY: company.companyId };
    expect(await findingsOf('schemathesis.toml', suite.site.gateway, env)).toBe('');
    await expectCleanAudit(suite);
  });

  it('answers strangers so too', async () => {
    expect(await findingsOf('anonymous.toml', suite.site.gateway, {})).toBe('');
  });
});
