import { describe, expect, it } from 'vitest';
import { Cursors } from './cursors.js';
import { Seal } from './seal.js';

const cursors = new Cursors(new Seal('a secret of this service'));
const list = { route: 'GET /v1/items', companyId: '0199a1b0-0000-7000-8000-000000000001' };
const place = Buffer.from(JSON.stringify(['MUG', '2'])).toString('base64url');
const invalid = expect.objectContaining({ status: 400, code: 'cursor-invalid' });

describe('a cursor', () => {
  it('leads back to where its page ended', () => {
    expect(cursors.open(cursors.close(place, list), list)).toBe(place);
    const ofNone = { ...list, companyId: null };
    expect(cursors.open(cursors.close(place, ofNone), ofNone)).toBe(place);
  });

  it.each([
    ['another list', { ...list, route: 'GET /v1/prices' }],
    ['another company', { ...list, companyId: '0199a1b0-0000-7000-8000-000000000002' }],
    ['no company', { ...list, companyId: null }],
  ])('leads nowhere in %s', (_what, other) => {
    expect(() => cursors.open(cursors.close(place, list), other)).toThrow(invalid);
  });

  it('leads nowhere when another service made it', () => {
    expect(() => cursors.open(new Cursors(new Seal('another secret')).close(place, list), list)).toThrow(invalid);
  });

  it('leads nowhere when any of it was changed', () => {
    const cursor = cursors.close(place, list);
    for (let at = 0; at < cursor.length - 1; at++) {
      const changed = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
      expect(() => cursors.open(changed, list)).toThrow(invalid);
    }
  });

  it.each(['', '.', place, `${place}.`, `.${place}`, 'é', 'ffffffff-ffff-ffff-ffff-ffffffffffff'])('is refused when it is %j', (cursor) => {
    expect(() => cursors.open(cursor, list)).toThrow(invalid);
  });
});
