import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { bodyOf } from './sign-in.js';

const NAMED = { name: 'Ada’s mill' };

describe('the body of a call', () => {
  it('stands in the command, in a file, or comes by standard input', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'millrace-body-'));
    writeFileSync(join(folder, 'body.json'), JSON.stringify(NAMED));
    expect(await bodyOf(JSON.stringify(NAMED))).toEqual(NAMED);
    expect(await bodyOf(`@${join(folder, 'body.json')}`)).toEqual(NAMED);
    expect(await bodyOf('-', Readable.from([Buffer.from(JSON.stringify(NAMED))]))).toEqual(NAMED);
    rmSync(folder, { recursive: true });
  });

  it('is refused when it is no JSON, and when its file is not there', async () => {
    await expect(bodyOf('-', Readable.from(['{']))).rejects.toThrow('The body is no JSON');
    await expect(bodyOf('@nowhere.json')).rejects.toThrow('ENOENT');
  });
});
