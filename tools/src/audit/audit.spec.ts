import { describe, expect, it } from 'vitest';
import { lookUntilStill } from './audit.js';

const seen = (clean: boolean, moved: boolean) => ({ clean, moved, drained: true, facts: 1, madeUp: 0, findings: [], unsettled: [] });

async function after(...looks: readonly ReturnType<typeof seen>[]) {
  let count = 0;
  const report = await lookUntilStill(
    async () => looks[count++] ?? seen(false, true),
    () => {},
  );
  return { clean: report.clean, looks: count, says: 'moved' in report };
}

describe('an audit of books that somebody writes in', () => {
  it('looks again when what differs may only have been on its way', async () => {
    expect(await after(seen(false, true), seen(true, false))).toEqual({ clean: true, looks: 2, says: false });
  });

  it('believes what differs when nothing was told meanwhile', async () => {
    expect(await after(seen(false, false), seen(true, false))).toEqual({ clean: false, looks: 1, says: false });
  });

  it('comes to an end also when facts never stop', async () => {
    expect(await after()).toEqual({ clean: false, looks: 3, says: false });
  });
});
