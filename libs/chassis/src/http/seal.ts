import { createHmac, hkdfSync } from 'node:crypto';

/** Marks what this service alone can have made, by a key that no table and no log holds; every replica has the same. */
export class Seal {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'millrace seal', 32));
  }

  /** The mark of a text; what was marked for one purpose is worth nothing for another. */
  mark(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.key).update(purpose).update('\0').update(text).digest();
  }
}
