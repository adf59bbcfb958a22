import { statement } from '@millrace/persistence';
import { describe, expect, it } from 'vitest';
import { Deadlines } from './deadlines.js';
import { OrdersSettings } from './orders-settings.js';

const DUE = statement('select');

/** Deadlines over documents that are due, and what is told of those that fail. */
function deadlinesOver(due: readonly { id: string }[], hasReadEverything = true) {
  const failed: unknown[] = [];
  const [database, messaging] = [{ query: async () => due }, { hasReadEverything: async () => hasReadEverything }];
  const logger = { error: (told: { due: { id: string } }) => failed.push(told.due.id) };
  return { deadlines: new Deadlines(database as never, messaging as never, new OrdersSettings(), logger as never), failed };
}

describe('what has fallen due', () => {
  const due = ['one', 'two', 'three'].map((id) => ({ id }));

  it('happens in its order, and one that fails is told and holds back no other', async () => {
    const { deadlines, failed } = deadlinesOver(due);
    const fired: string[] = [];
    await deadlines.fire<{ id: string }>(DUE, async ({ id }) => {
      if (id === 'one') throw new Error('always');
      fired.push(id);
    });
    expect([fired, failed]).toEqual([['two', 'three'], ['one']]);
  });

  it('does not happen while facts that may be its answer have not been read', async () => {
    const { deadlines } = deadlinesOver(due, false);
    const fired: object[] = [];
    await deadlines.fire(DUE, async (each) => void fired.push(each));
    expect(fired).toEqual([]);
  });
});
