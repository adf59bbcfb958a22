import type { NamedMigration } from '@millrace/persistence';
import { BadFacts } from './bad-facts.migration.js';
import { IsolatedKeys } from './isolated-keys.migration.js';
import { MessagingCounts } from './messaging-counts.migration.js';
import { RebuildTables } from '../rebuild/rebuild.migration.js';
import { AuditTrail } from '../trail/audit-trail.migration.js';
import { MessagingTables } from './messaging-tables.migration.js';
import { SafeDefiners } from './safe-definers.migration.js';

/** The tables of messaging, which come before a service's own. */
export const MESSAGING_MIGRATIONS: readonly NamedMigration[] = [
  { name: '00000000000000-messaging', class: MessagingTables },
  { name: '00000000000001-messaging-counts', class: MessagingCounts },
  { name: '00000000000002-rebuild', class: RebuildTables },
  { name: '00000000000003-isolated-keys', class: IsolatedKeys },
  { name: '00000000000004-bad-facts', class: BadFacts },
  { name: '20261127150000-audit-trail', class: AuditTrail },
  { name: '20261127170000-safe-definers', class: SafeDefiners },
];
