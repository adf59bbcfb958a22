import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedKafka, EmbeddedPostgres, type KafkaOptions, newClusterId, sizeOf } from '@millrace/embedded';
import { type Home, ROOT } from '../site/home.js';
import type { Secrets } from '../site/secrets.js';
import { type ProcessKind, processName, SERVICES } from '../site/topology.js';
import { environmentOf } from './environment.js';
import type { Member } from './member.js';
import { NodeMember, type Shape } from './node-member.js';
import type { ChosenPorts } from './ports.js';
import { ServerMember } from './server-member.js';

export type Members = Readonly<{ database: ServerMember; brokers: readonly ServerMember[]; services: readonly NodeMember[]; gateway: NodeMember }>;

export type MembersOptions = Readonly<{
  home: Home;
  at: ChosenPorts;
  secrets: Secrets;
  /** Settings of the database beside ours. */
  postgres?: Readonly<Record<string, string>>;
  kafkaDoors?: KafkaOptions['doors'];
  shape?: Shape;
  onProgress: (what: string) => void;
  /** One ended without being asked to. */
  onDeath: (member: Member, how: string) => void;
}>;

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** Every process of a suite on this machine; none is started yet. */
export function membersOf(options: MembersOptions): Members {
  const { home, at, secrets, postgres: settings, onDeath } = options;
  const { postgres: port } = at.ports;
  const postgres = new EmbeddedPostgres({ folder: home.path('postgres'), port, password: secrets.postgres, settings });
  return {
    database: new ServerMember('postgres', 'postgres', port, home.path('postgres', 'postgres.log'), postgres, onDeath),
    brokers: brokersOf(options),
    services: SERVICES.flatMap((kind) => at.services[kind].map((each, index) => nodeMember(options, kind, processName(kind, index + 1), each))),
    gateway: nodeMember(options, 'gateway', 'gateway', at.ports.gateway),
  };
}

function brokersOf({ home, at, secrets, kafkaDoors: doors, onProgress, onDeath }: MembersOptions): ServerMember[] {
  const { moreBrokers = [], ...first } = at.ports;
  const all = [first, ...moreBrokers];
  const [clusterId, controllerPorts] = [newClusterId(), all.map((each) => each.kafkaController)];
  return all.map(({ kafka: port, kafkaInternal: internalPort, kafkaController: controllerPort }, index) => {
    const [name, node] = [processName('kafka', index + 1), all.length === 1 ? undefined : { id: index + 1, clusterId, controllerPorts }];
    const ports = { port, internalPort, controllerPort };
    const broker = new EmbeddedKafka({ folder: home.path(name), cache: join(ROOT, '.cache'), ...ports, secrets: secrets.kafka, node, doors, onProgress });
    return new ServerMember(name, 'kafka', port, home.path(name, 'kafka.log'), broker, onDeath);
  });
}

function nodeMember({ home, at, secrets, shape, onDeath }: MembersOptions, kind: ProcessKind, name: string, port: number): NodeMember {
  const logFile = join(home.logs, `${name}.log`);
  if (sizeOf(logFile) > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
  const env = environmentOf(kind, at.ports, at.services, secrets);
  return new NodeMember({ name, kind, port, script: join(ROOT, 'apps', kind, 'dist/src/main.js'), env, shape, logFile, onDeath });
}
