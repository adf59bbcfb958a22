import { spawn } from 'node:child_process';
import { type ServiceName, SERVICES } from '../site/topology.js';

/** A consumer as its service declares it. */
export type DeclaredConsumer = Readonly<{ service: ServiceName; name: string; types: readonly string[] }>;

/** Asks each built service which facts its consumers take. */
export async function declaredConsumers(root: string): Promise<DeclaredConsumer[]> {
  return (await Promise.all(SERVICES.map((service) => consumersOf(root, service)))).flat();
}

async function consumersOf(root: string, service: ServiceName): Promise<DeclaredConsumer[]> {
  const child = spawn(process.execPath, [`${root}/apps/${service}/dist/src/main.js`, 'consumers'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${service} did not tell its consumers (exit code ${code})`);
  const found = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Pick<DeclaredConsumer, 'name' | 'types'>[];
  return found.map((consumer) => ({ service, ...consumer }));
}
