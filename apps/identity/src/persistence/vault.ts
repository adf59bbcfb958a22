import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentitySettings } from '../identity-settings.js';

const [NONCE, TAG] = [12, 16];

/**
 * What must not stand in the database as it is, under keys that are not there: text that is needed again is sealed
 * (AES-256-GCM), and what only has to be recognised, such as a code or a token, is kept as a digest (HMAC-SHA-256).
 * What was made for one purpose is worth nothing for another.
 */
@Injectable()
export class Vault {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly settings: IdentitySettings) {}

  seal(purpose: string, text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** @throws Error when it was sealed for something else, or is no longer what was sealed. */
  open(purpose: string, text: string): string {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }

  digest(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.key(purpose)).update(text).digest();
  }

  /** A digest in the form of a UUID (RFC 9562, version 8): 122 bits, for a column that rows are found by. */
  idOf(purpose: string, text: string): string {
    const bytes = this.digest(purpose, text).subarray(0, 16);
    bytes[6] = (bytes[6]! & 0x0f) | 0x80;
    bytes[8] = (bytes[8]! & 0x3f) | 0x80;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  private key(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.settings.IDENTITY_SECRET, '', `millrace ${purpose}`, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }
}
