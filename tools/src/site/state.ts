import type { Home } from './home.js';
import { holderOf } from './lock.js';

/** Where a broker listens: for clients, for who looks after it, and for the others of its quorum. */
export type BrokerPorts = Readonly<{ kafka: number; kafkaInternal: number; kafkaController: number }>;

export type Ports = BrokerPorts &
  Readonly<{
    gateway: number;
    postgres: number;
    /** Where mails are taken that would go out. */
    smtp: number;
    /** The page that shows them. */
    mails: number;
    /** Of a cluster of several brokers: the others. */
    moreBrokers?: readonly BrokerPorts[];
  }>;

/** Where clients find the brokers. */
export const brokersAt = (ports: Ports): string[] => all(ports).map(({ kafka }) => `127.0.0.1:${kafka}`);

/** Where their administrator does. */
export const internalBrokersAt = (ports: Ports): string[] => all(ports).map(({ kafkaInternal }) => `127.0.0.1:${kafkaInternal}`);

const all = ({ moreBrokers = [], ...first }: Ports): BrokerPorts[] => [first, ...moreBrokers];

/** What a supervisor tells other commands. */
export type State = Readonly<{
  phase: 'starting' | 'running' | 'stopping';
  supervisor: number;
  control: Readonly<{ port: number; secret: string }>;
  ports: Ports;
}>;

const FILE = 'state.json';

/** The state of the supervisor that has this home; what a killed one left behind does not count. */
export function readState(home: Home): State | undefined {
  const state = home.read<State>(FILE);
  return state && holderOf(home)?.pid === state.supervisor ? state : undefined;
}

export function writeState(home: Home, state: State): void {
  home.write(FILE, state);
}

export function removeState(home: Home): void {
  home.remove(FILE);
}
