import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePorts } from '@millrace/embedded';
import { eventually } from '@millrace/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const DECEMBER = fileURLToPath(new URL('../../../../shared/data/online-retail/2010-12.csv.gz', import.meta.url));
const PROJECT = `millrace-test-${process.pid}`;

type Container = Readonly<{ Service: string; State: string; Health: string; ExitCode: number }>;

describe('the suite in containers', () => {
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    const [port, mailsPort] = await freePorts(2);
    environment = { ...process.env, MILLRACE_PORT: String(port), MILLRACE_MAILS_PORT: String(mailsPort) };
    await compose('up', '--wait', '--build', '--scale', 'inventory=3');
  });

  afterAll(() => compose('down', '--volumes', '--remove-orphans', '--timeout', '5'));

  async function compose(...args: string[]): Promise<string> {
    const options = { cwd: ROOT, env: environment, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)('docker', ['compose', '--project-name', PROJECT, ...args], options);
    return stdout;
  }

  it('starts every service, three replicas of one, and makes what they need first', async () => {
    const containers = (await compose('ps', '--all', '--format', 'json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Container);
    const state = ({ Service, State, Health, ExitCode }: Container) => `${Service} ${Health || `${State} ${ExitCode}`}`;
    const healthy = ['finance', 'gateway', 'hr', 'identity', 'inventory', 'inventory', 'inventory', 'kafka', 'orders', 'postgres'];
    const others = ['mails running 0', 'provision exited 0', 'secrets exited 0'];
    expect(containers.map(state).toSorted()).toEqual([...healthy.map((name) => `${name} healthy`), ...others].toSorted());
  });

  it('keeps the mails that it would send', async () => {
    const email = 'admin@millrace.example';
    const asked = await fetch(`http://127.0.0.1:${environment.MILLRACE_PORT}/v1/password-reset-requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    expect(asked.status).toBe(202);
    const subjects = async () =>
      (JSON.parse(await compose('run', '--rm', 'tools', 'mails', '--to', email, '--json')) as { subject: string }[]).map(({ subject }) => subject);
    await eventually(async () => expect(await subjects()).toEqual(['Choose another password']), 60_000);
  });

  it('shows a service its own secrets, as a user without rights, on a file system that it cannot write', async () => {
    expect(await compose('exec', '-T', 'orders', 'sh', '-c', 'ls /run/secrets; id -un')).toBe('database_password\nkafka_password\nnode\n');
    await expect(compose('exec', '-T', 'orders', 'touch', '/millrace/anything')).rejects.toThrow(/Read-only file system/);
  });

  it('lets a service write its own topics on the broker and read those of others, as their administrator sees it from within', async () => {
    const rights = ['--command-config', '/mnt/shared/config/admin.properties', '--list', '--principal', 'User:orders'];
    const listed = await compose('exec', '-T', 'kafka', '/opt/kafka/bin/kafka-acls.sh', '--bootstrap-server', '127.0.0.1:9094', ...rights);
    const operations = (topic: string) => {
      const [, about = ''] = listed.split(`resourceType=TOPIC, name=${topic}, `);
      return [...about.split('ResourcePattern(')[0]!.matchAll(/principal=User:orders, host=\*, operation=([A-Z_]+)/g)]
        .map(([, operation]) => operation)
        .toSorted();
    };
    expect(operations('orders.sales-order')).toEqual(['DESCRIBE', 'WRITE']);
    expect(operations('inventory.reservation')).toEqual(['DESCRIBE_CONFIGS', 'READ']);
    expect(operations('hr.payroll-run')).toEqual([]);
  });

  it("takes a retailer's first 200 documents, and its audit is clean", async ({ skip }) => {
    skip(!existsSync(DECEMBER), 'the data set "Online Retail" is not beside the project');
    const data = ['--volume', `${dirname(DECEMBER)}:/data:ro`];
    await compose('run', '--rm', ...data, 'tools', 'replay', '/data/2010-12.csv.gz', '--until', '536688');
    const { clean, facts } = JSON.parse(await compose('run', '--rm', 'tools', 'audit', '--json')) as { clean: boolean; facts: number };
    expect({ clean, enough: facts > 4_000 }).toEqual({ clean: true, enough: true });
  });
});
