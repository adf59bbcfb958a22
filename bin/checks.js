// What a suite on this machine needs, in plain JavaScript for whatever Node there is. Nothing has to be installed for it.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { root } from './runtime.js';

/** @typedef {{ name: string, verdict: 'ok' | 'warning' | 'missing', found: string, advice?: string }} Check */

const ELSE = 'or run it in containers, which need none of this: docker compose up --wait';
const [NEEDED_NODE, NEEDED_JAVA, NEEDED_MIB, NEEDED_DISK_MIB] = [20, 17, 1_500, 1_500];
const home = resolve(process.env.MILLRACE_HOME ?? join(root, '.millrace'));

/** Without these nothing can start, however much is installed and built. @returns {Check[]} */
export function requirements() {
  return [node(), java(), maven()];
}

/** @returns {Promise<Check[]>} */
export async function allChecks() {
  return [...requirements(), rights(), memory(), disk(), ...[home, join(root, '.cache')].map(writable), await port()];
}

/** @returns {Check} */
function node() {
  const found = process.versions.node;
  return verdict('Node', Number(found.split('.')[0]) >= NEEDED_NODE, found, `Install Node ${NEEDED_NODE} or newer: https://nodejs.org`);
}

/** @returns {Check} */
function java() {
  const said = outputOf('java', '-version');
  const major = Number(/version "(?:1\.)?(\d+)/.exec(said)?.[1] ?? 0);
  const found = major > 0 ? said.split('\n')[0] : 'no "java" on the PATH';
  return verdict(
    'Java',
    major >= NEEDED_JAVA,
    found,
    `Kafka needs Java ${NEEDED_JAVA} or newer (Debian: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17), ${ELSE}`,
  );
}

/** @returns {Check} */
function maven() {
  const cache = join(root, '.cache');
  if (existsSync(cache) && readdirSync(cache).some((name) => existsSync(join(cache, name, 'jars'))))
    return verdict('Maven', true, "not needed any more: Kafka's jars are here");
  const said = outputOf('mvn', '-v');
  const version = /Apache Maven (\S+)/.exec(said)?.[1];
  return verdict(
    'Maven',
    version !== undefined,
    version ?? 'no "mvn" on the PATH',
    `It fetches Kafka, once (Debian: apt-get install maven; macOS: brew install maven), ${ELSE}`,
  );
}

/** @returns {Check} */
function rights() {
  if (process.getuid?.() !== 0) return verdict('User', true, 'a normal user');
  const able = outputOf('setpriv', '--version') !== '' && ['postgres', 'nobody'].some((name) => outputOf('id', '-u', name) !== '');
  return verdict('User', able, 'root', 'PostgreSQL refuses root: run this as a normal user, or install setpriv (Debian: apt-get install util-linux)');
}

/** @returns {Check} */
function memory() {
  const free = Math.round((process.availableMemory?.() ?? freemem()) / 1_048_576);
  const advice = `The suite takes about ${NEEDED_MIB} MiB: end something else first`;
  return { ...verdict('Memory', free >= NEEDED_MIB, `${free} MiB free`, advice), ...(free < NEEDED_MIB ? { verdict: 'warning' } : {}) };
}

/** @returns {Check} */
function disk() {
  const { bavail, bsize } = statfsSync(existing(home));
  const free = Math.round((bavail * bsize) / 1_048_576);
  return verdict(
    'Disk',
    free >= NEEDED_DISK_MIB,
    `${free} MiB free at ${home}`,
    `Data and logs want ${NEEDED_DISK_MIB} MiB to begin with: make room, or let MILLRACE_HOME name another disk`,
  );
}

/** @param {string} folder @returns {Check} */
function writable(folder) {
  try {
    accessSync(existing(folder), constants.W_OK | constants.X_OK);
    return verdict('Folder', true, `${folder} can be written`);
  } catch {
    return verdict(
      'Folder',
      false,
      `${existing(folder)} cannot be written`,
      `Give it to yourself${folder === home ? ', or let MILLRACE_HOME name another folder' : ''}`,
    );
  }
}

/** @returns {Promise<Check>} */
async function port() {
  const wanted = Number(process.env.MILLRACE_PORT ?? 8_080);
  const free = await new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(wanted, '127.0.0.1', () => server.close(() => done(true)));
  });
  const advice = 'A suite that runs already has it, or another program: --port (or MILLRACE_PORT) names another one';
  return { ...verdict('Port', free, `${wanted} is ${free ? 'free' : 'taken'}`, advice), ...(free ? {} : { verdict: 'warning' }) };
}

/** @param {string} name @param {boolean} ok @param {string} found @param {string} [advice] @returns {Check} */
function verdict(name, ok, found, advice) {
  return ok ? { name, verdict: 'ok', found } : { name, verdict: 'missing', found, advice };
}

/** The folder, or the nearest one above it that is there. @param {string} folder @returns {string} */
function existing(folder) {
  return existsSync(folder) ? folder : existing(dirname(folder));
}

/** What a program says; nothing when it is not there or fails. @param {string} command @param {string[]} args */
function outputOf(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? `${stdout}${stderr}`.trim() : '';
}
