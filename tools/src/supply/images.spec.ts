import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../site/home.js';

type Container = Readonly<{
  image: string;
  read_only?: boolean;
  user?: string;
  privileged?: boolean;
  network_mode?: string;
  pid?: string;
  cap_drop?: readonly string[];
  cap_add?: readonly string[];
  security_opt?: readonly string[];
  volumes?: readonly string[];
  ports?: readonly string[];
}>;
type Compose = Readonly<{ services: Readonly<Record<string, Container>> }>;

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const { services } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const containers = Object.entries(services);
const ours = containers.filter(([, { image }]) => image.startsWith('millrace/'));

/** The stages of the Dockerfile: what each is made from, and its instructions. */
const stages = new Map(
  read('Dockerfile')
    .split(/^FROM /m)
    .slice(1)
    .map((text) => {
      const [, from, name] = /^(\S+) AS (\S+)/.exec(text)!;
      return [name!, { from: from!, lines: text.split('\n').slice(1) }] as const;
    }),
);

/** The instructions of a stage after those of the stages that it is made from. */
function linesOf(name: string): readonly string[] {
  const stage = stages.get(name);
  return stage ? [...linesOf(stage.from), ...stage.lines] : [];
}

const userOf = (stage: string) => linesOf(stage).findLast((line) => line.startsWith('USER '));

describe('the containers of the suite', () => {
  it('are the services, the gateway, the command, and the two servers', () => {
    expect(containers.map(([name]) => name).sort()).toEqual(
      ['finance', 'gateway', 'hr', 'identity', 'inventory', 'kafka', 'mails', 'orders', 'postgres', 'provision', 'secrets', 'tools'].sort(),
    );
    expect(ours).toHaveLength(10);
  });

  it.each(containers)('%s has no capabilities and gains none', (_name, { cap_drop: dropped, security_opt: options, privileged }) => {
    expect(dropped).toEqual(['ALL']);
    expect(options).toContain('no-new-privileges:true');
    expect(privileged).toBeUndefined();
  });

  it('get one back in PostgreSQL alone, to become another user', () => {
    expect(containers.filter(([, { cap_add: added }]) => added).map(([name]) => name)).toEqual(['postgres']);
    expect(services.postgres!.cap_add!.filter((name) => /ADMIN|NET|RAW|PTRACE|MODULE/.test(name))).toEqual([]);
  });

  it('write nowhere in their images, but for Kafka', () => {
    expect(containers.filter(([, { read_only: readOnly }]) => readOnly !== true).map(([name]) => name)).toEqual(['kafka']);
  });

  it.each(containers)(
    '%s sees neither the network, the processes nor the engine of its host',
    (_name, { network_mode: network = 'of its own', pid, volumes = [] }) => {
      expect(network).toMatch(/^(of its own|service:kafka)$/);
      expect(pid).toBeUndefined();
      expect(volumes.filter((volume) => !/^[a-z-]+:\//.test(volume))).toEqual([]); // Named volumes alone.
    },
  );

  it('offer the gateway and the page of mails, on this machine', () => {
    const offered = containers.filter(([, { ports = [] }]) => ports.length > 0);
    expect(offered.map(([name]) => name).sort()).toEqual(['gateway', 'mails']);
    for (const [, { ports = [] }] of offered) expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });
});

describe('the images of the suite', () => {
  const images = [...new Set(ours.map(([, { image }]) => image.slice('millrace/'.length)))];

  it.each(images)('%s runs as a user that is not root', (image) => {
    expect(stages.has(image)).toBe(true);
    expect(userOf(image)).toBe('USER node');
    for (const [name, { user }] of ours) expect([name, user]).toEqual([name, undefined]); // Nobody turns it back.
  });

  it.each(images)('%s carries the list of its parts', (image) => {
    expect(linesOf(image)).toContain('COPY --from=build /built/sbom.cdx.json ./');
  });

  it('list what they install: no optional packages, and no scripts run', () => {
    expect(linesOf('dependencies')).toContain('RUN npm ci --omit=dev --omit=optional --ignore-scripts');
    expect(linesOf('build').join('\n')).toContain('supply/write-sbom.js --omit optional --out /built/sbom.cdx.json');
  });
});
