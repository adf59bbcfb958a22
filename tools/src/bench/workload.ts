import type pg from 'pg';
import type { Site } from '../site/site.js';
import type { ServiceName } from '../site/topology.js';
import type { Supervisor } from '../supervisor/supervisor.js';
import type { FloorWorkload } from './floor-work.js';
import type { Timings } from './load.js';
import type { Shop } from './shop.js';

/** The suite that is measured, and what workloads make their cases with. */
export type Stage = Readonly<{
  supervisor: Supervisor;
  site: Site;
  shop: Shop;
  /** How many orders to have on their way at once. */
  inFlight: readonly number[];
  /** How many orders were written into the tables beforehand. */
  orders: number;
  onProgress: (what: string) => void;
  /** Rows for a workload that would take hours to make over the API: as the owner of everything, past every service. */
  asOwner: <T>(service: ServiceName, work: (client: pg.Client) => Promise<T>) => Promise<T>;
}>;

/** A workload that is one piece of work has no quantiles. */
export type CaseTimings = Pick<Timings, 'operations' | 'seconds' | 'perSecond'> & Partial<Timings>;

/** One line of the table. */
export type Case = Readonly<{
  name: string;
  inFlight: number;
  /** What it is held against, and with how many clients. */
  floor?: Readonly<{ workload: FloorWorkload; clients: number }>;
  /** Another case, with as many in flight: what it reached is the measure of this one. */
  against?: string;
  /** Before each run, outside the time that is measured. */
  prepare?: () => Promise<unknown>;
  /** Before the first run, until everything is warm. */
  warmUp?: () => Promise<unknown>;
  /** For about so many seconds, or for as long as its work takes. */
  run: (seconds: number) => Promise<CaseTimings>;
  /** After each run, outside the time that is measured: that all of it came true. @throws Error */
  prove?: () => Promise<void>;
  /** It is measured once, however often others are. */
  once?: boolean;
}>;

/** Makes what it needs. @returns its cases, or why it has none here. */
export type Workload = (stage: Stage) => Promise<readonly Case[] | string>;
