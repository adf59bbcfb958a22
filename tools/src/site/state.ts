import type { Home } from './home.js';
import { holderOf } from './lock.js';

export type Ports = Readonly<{
  gateway: number;
  postgres: number;
  kafka: number;
  kafkaController: number;
  /** Where mails are taken that would go out. */
  smtp: number;
  /** The page that shows them. */
  mails: number;
  /** Of a cluster of several brokers: the others. */
  moreBrokers?: readonly Readonly<{ kafka: number; kafkaController: number }>[];
}>;

/** Where clients find the brokers. */
export const brokersAt = ({ kafka, moreBrokers = [] }: Ports): string[] => [kafka, ...moreBrokers.map((each) => each.kafka)].map((port) => `127.0.0.1:${port}`);

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
