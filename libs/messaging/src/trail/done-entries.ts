import { isRefusal, type Refusal } from '@millrace/kernel';
import type { Answer, Command } from '../commands/command.js';
import type { Changes } from './changes.js';
import type { RecordRef, TrailEntry } from './trail-entry.js';

/** What the commands of a group did, in their order: one that was refused, or had been done before, did nothing. */
export function doneEntries(commands: readonly Command<unknown>[], results: readonly (Answer<unknown> | Refusal)[], changes: Changes): TrailEntry[] {
  return commands.flatMap((command, index) => {
    const result = results[index]!;
    const { origin, actor, correlationId } = command;
    if (!origin || isRefusal(result) || result.replayed) return [];
    const { changes: rows, more } = changes.of(index);
    const [first] = rows;
    const record = origin.record ?? recordOf(result.response) ?? (first && { type: first.record, id: first.id });
    return { subject: actor, origin, requestId: correlationId, outcome: 'done', problem: null, times: 1, record, changes: rows, more };
  });
}

/** What an answer names first: a `sales-order` for `salesOrderId`. */
export function recordOf(named: unknown): RecordRef | undefined {
  if (typeof named !== 'object' || named === null) return undefined;
  for (const [field, id] of Object.entries(named)) {
    if (field.endsWith('Id') && typeof id === 'string') return { type: kebab(field.slice(0, -2)), id };
  }
  return undefined;
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
