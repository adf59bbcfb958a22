import { timingSafeEqual } from 'node:crypto';
import { ProblemException } from './problem.js';
import type { Seal } from './seal.js';

const MARK_BYTES = 16;

/** A list of one company (of none, for what belongs to none): a cursor is worth something there alone. */
export type List = Readonly<{ route: string; companyId: string | null }>;

export function cursorInvalid(): ProblemException {
  return new ProblemException(400, 'cursor-invalid', 'This is no cursor of this list: begin at its first page, and send `next` as it comes.');
}

/** Cursors as clients have them: where a page ended, with a mark that only this service can make. */
export class Cursors {
  constructor(private readonly seal: Seal) {}

  close(place: string, list: List): string {
    return `${place}.${this.markOf(place, list).toString('base64url')}`;
  }

  /** @throws ProblemException for what was not made for this list and company. */
  open(cursor: string, list: List): string {
    const at = cursor.lastIndexOf('.');
    const place = cursor.slice(0, Math.max(at, 0));
    const [mark, expected] = [Buffer.from(cursor.slice(at + 1), 'base64url'), this.markOf(place, list)];
    if (mark.length !== expected.length || !timingSafeEqual(mark, expected)) throw cursorInvalid();
    return place;
  }

  private markOf(place: string, { route, companyId }: List): Buffer {
    return this.seal.mark('cursor', JSON.stringify([route, companyId, place])).subarray(0, MARK_BYTES);
  }
}
