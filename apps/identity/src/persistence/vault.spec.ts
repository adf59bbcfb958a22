import { isId } from '@millrace/kernel';
import { describe, expect, it } from 'vitest';
import { Vault } from './vault.js';

const vaultOf = (IDENTITY_SECRET = 'a secret of sixteen bytes') => new Vault({ TOKEN_ISSUER: 'millrace', IDENTITY_SECRET });

describe('the vault', () => {
  it('opens what it sealed, and never seals the same twice alike', () => {
    const [one, other] = [vaultOf().seal('codes', 'café'), vaultOf().seal('codes', 'café')];
    expect(one).not.toBe(other);
    expect([vaultOf().open('codes', one), vaultOf().open('codes', other)]).toEqual(['café', 'café']);
  });

  it('opens nothing that was sealed for another purpose, under another secret, or changed since', () => {
    const sealed = vaultOf().seal('codes', 'hush');
    const changed = Buffer.from(sealed, 'base64');
    changed[changed.length - 1]! ^= 1;
    expect(() => vaultOf().open('keys', sealed)).toThrow(/authenticate/);
    expect(() => vaultOf('another secret of some').open('codes', sealed)).toThrow(/authenticate/);
    expect(() => vaultOf().open('codes', changed.toString('base64'))).toThrow(/authenticate/);
  });

  it('finds a text by an id that only its secret leads to', () => {
    const id = vaultOf().idOf('codes', 'hush');
    expect(isId(id)).toBe(true);
    expect(vaultOf().idOf('codes', 'hush')).toBe(id);
    expect([vaultOf().idOf('codes', 'Hush'), vaultOf().idOf('keys', 'hush'), vaultOf('another secret of some').idOf('codes', 'hush')]).not.toContain(id);
  });
});
