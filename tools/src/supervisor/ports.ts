import { freePorts, isPortFree } from '@millrace/embedded';
import type { Home } from '../site/home.js';
import type { Ports } from '../site/state.js';
import { type Replicas, SERVICES } from '../site/topology.js';
import type { ServicePorts } from './environment.js';

const GATEWAY_PORT = 8_080;
/** Where mails of development are looked at by custom. */
const MAILS_PORT = 8_025;
/** For a suite whose address nobody has to know beforehand: several may start at the same moment. */
export const ANY_PORT = 0;
const FILE = 'ports.json';

export type ChosenPorts = Readonly<{ ports: Ports; services: ServicePorts; complaint?: string }>;

/**
 * Ports for a suite: the same as last time where they are still free, each for one process only.
 *
 * @param brokers how many; the ports of more than one are chosen anew each time.
 * @param wanted where the gateway must listen, `ANY_PORT` for any; when nobody says, it is 8080 or, with a complaint, another.
 * @throws Error when the port that was asked for is taken.
 */
export async function choosePorts(home: Home, replicas: Replicas, wanted?: number, brokers = 1): Promise<ChosenPorts> {
  const known = home.read<Partial<Omit<Ports, 'moreBrokers'>>>(FILE);
  const counts = SERVICES.map((name) => replicas[name] ?? 1);
  const asked = wanted ?? GATEWAY_PORT;
  const isAskedFree = asked !== ANY_PORT && (await isPortFree(asked));
  if (wanted !== undefined && wanted !== ANY_PORT && !isAskedFree)
    throw new Error(`Port ${wanted} is taken. Free it, or name another one with --port (or MILLRACE_PORT).`);
  const spare = await freePorts(4 + 3 * brokers + counts.reduce((sum, count) => sum + count, 0), [asked, ...Object.values(known ?? {})]);
  const used = new Set([asked]);
  const pick = async (port: number | undefined) => {
    const chosen = port !== undefined && !used.has(port) && (await isPortFree(port)) ? port : spare.pop()!;
    used.add(chosen);
    return chosen;
  };
  const ports = {
    gateway: isAskedFree ? asked : await pick(known?.gateway),
    postgres: await pick(known?.postgres),
    kafka: await pick(known?.kafka),
    kafkaInternal: await pick(known?.kafkaInternal),
    kafkaController: await pick(known?.kafkaController),
    smtp: await pick(known?.smtp),
    mails: await pick(known?.mails ?? (asked === ANY_PORT ? undefined : MAILS_PORT)),
  };
  home.write(FILE, ports);
  const moreBrokers = Array.from({ length: brokers - 1 }, () => ({ kafka: spare.pop()!, kafkaInternal: spare.pop()!, kafkaController: spare.pop()! }));
  const services = Object.fromEntries(SERVICES.map((name, at) => [name, spare.splice(0, counts[at])])) as unknown as ServicePorts;
  return {
    ports: brokers === 1 ? ports : { ...ports, moreBrokers },
    services,
    ...(isAskedFree || asked === ANY_PORT ? {} : { complaint: `port ${asked} is taken, so the gateway takes ${ports.gateway}; --port names another one` }),
  };
}
