import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP ASVS 5, appendix C: Argon2id with 19 MiB, two passes, one lane. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** So many hashes at a time: each takes 19 MiB and a core for some 20 ms. */
const CONCURRENCY = 2;

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: object) => Promise<Buffer>;
let running = 0;
const waiting: (() => void)[] = [];

/** A password as it is stored: algorithm, parameters, salt and hash, in PHC's string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await bounded(() => derive('argon2id', { ...PARAMETERS, message: password, nonce: salt }));
  const { memory, passes, parallelism } = PARAMETERS;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** A secret of 256 random bits. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in constant time, with the parameters that were stored. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!match) return false;
  const [, memory, passes, parallelism, salt, expected] = match;
  const hash = Buffer.from(expected!, 'base64');
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: hash.length };
  const actual = await bounded(() => derive('argon2id', { ...parameters, message: password, nonce: Buffer.from(salt!, 'base64') }));
  return timingSafeEqual(actual, hash);
}

async function bounded<T>(work: () => Promise<T>): Promise<T> {
  while (running >= CONCURRENCY) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');

/** The first of these hashes that a secret fits. */
export async function hashThatFits(secret: string, hashes: readonly string[]): Promise<string | undefined> {
  for (const hash of hashes) if (await verifyPassword(secret, hash)) return hash;
  return undefined;
}
