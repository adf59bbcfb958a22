import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChaos } from '@millrace/tools';
import { describe, expect, it } from 'vitest';

/** Those that take seconds, one of each kind: a crash at a point, a kill, repeats, poison, an impatient caller, a refusal. */
const QUICK = ['gateway-crash', 'relay-crash', 'duplicates', 'out-of-order', 'poison', 'double-click', 'impatient-client', 'foreign-contract', 'rebuild-live'];

describe('a short run of chaos', () => {
  it('hits every fault that it was asked for, and books, log and what callers were told agree afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-chaos-'));
    const result = await runChaos({ seed: 1, minutes: 0, rate: 6, factor: 0.02, faults: QUICK, folder, onProgress: () => {} });
    rmSync(folder, { recursive: true, force: true });
    expect(result.results.map(({ fault, hits, failure }) => ({ name: fault.name, hits, failure }))).toEqual(
      QUICK.map((name) => ({ name, hits: 1, failure: undefined })),
    );
    expect(result.history).toEqual([]);
    expect(result.reports.map(({ clean }) => clean)).toEqual([true]);
    expect(result.calls).toBeGreaterThan(20);
  }, 300_000);
});
