import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../site/home.js';

/** What every system is measured with: durability as PostgreSQL has it, sizes that fit two cores and 8 GiB. */
export const POSTGRES: Readonly<Record<string, string>> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',
  shared_buffers: '512MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '2GB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  max_connections: '200',
  jit: 'off',
  logging_collector: 'off',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
};

/** What lies beside the project on a machine where several systems are measured: the floor's statements, and data. */
export const SHARED = process.env.MILLRACE_SHARED ?? join(ROOT, '..', 'shared');

/** Where figures come from: those of another machine cannot be set beside them. */
export const machine = () => ({
  cores: availableParallelism(),
  memoryMiB: Math.round(totalmem() / 1_048_576),
  node: process.version,
  platform: process.platform,
});
