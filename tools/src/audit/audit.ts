import { type KafkaClient, kafkaClient } from '@millrace/messaging';
import type { Site } from '../site/site.js';
import { SERVICES } from '../site/topology.js';
import { AuditDatabases } from './audit-databases.js';
import { checkAcross, checkLocal } from './compare.js';
import { waitUntilDrained } from './drain.js';
import { checkPublished, checkTaken, untaken } from './effects.js';
import type { AuditReport, Finding, Unsettled } from './finding.js';
import { checkHashChain } from './hash-chain.js';
import { LogIndex } from './log-index.js';
import { factsOf, type MadeUp, readMadeUp } from './made-up-history.js';
import { CROSS_RULES, LOCAL_RULES } from './rules.js';
import { checkTrailChains } from './trail-chain.js';

/** What an operator decided, and what is nobody's: told, but no reason to doubt the books. */
const HARMLESS: ReadonlySet<Unsettled['kind']> = new Set(['discarded', 'untaken', 'unreadable']);

/** So often the books are compared when facts go on being told meanwhile: the log is read before the books. */
const LOOKS = 3;

/**
 * Works out from the databases and the log, read-only, whether the books of the suite agree with each other.
 *
 * It is clean when every figure agrees and nothing is unpublished, waiting or parked. What was discarded by an operator
 * is named. What differs only because something was told while it looked is looked at again.
 */
export async function runAudit(site: Site, { waitSeconds = 60, onProgress = (_what: string) => {} } = {}): Promise<AuditReport> {
  const databases = new AuditDatabases(site);
  const kafka = kafkaClient({ ...site.kafka, clientId: 'millrace-audit' }, () => {});
  try {
    return await lookUntilStill(
      () => lookOnce(databases, kafka, site.kafka.prefix, waitSeconds, onProgress),
      () => onProgress('facts were told meanwhile: looking again'),
    );
  } finally {
    await databases.close();
  }
}

/** `moved` when something was told since the log was read. */
type Look = AuditReport & Readonly<{ moved: boolean }>;

/** Looks again while what differs may differ only because something was told meanwhile, three times at most. */
export async function lookUntilStill(look: () => Promise<Look>, onAgain: () => void): Promise<AuditReport> {
  for (let count = 1; ; count += 1) {
    const { moved, ...report } = await look();
    if (report.clean || !moved || count === LOOKS) return report;
    onAgain();
  }
}

async function lookOnce(databases: AuditDatabases, kafka: KafkaClient, prefix: string, waitSeconds: number, onProgress: (what: string) => void): Promise<Look> {
  onProgress('waiting for what is under way');
  const drained = await waitUntilDrained(databases, kafka, prefix, waitSeconds);
  onProgress('reading the log');
  const log = await LogIndex.read(kafka, prefix);
  const history = await readMadeUp(databases);
  const madeUp = factsOf(history);
  const facts = log.facts + madeUp;
  onProgress(`comparing the books with ${facts} facts`);
  const { findings, unsettled } = await compareAll(databases, log, history);
  const clean = isClean({ drained, findings, unsettled });
  return { clean, drained, facts, madeUp, findings, unsettled, moved: !clean && (await log.hasGrown(kafka, prefix)) };
}

async function compareAll(databases: AuditDatabases, log: LogIndex, history: readonly MadeUp[]): Promise<{ findings: Finding[]; unsettled: Unsettled[] }> {
  const books: Finding[] = [];
  for (const rule of LOCAL_RULES) books.push(await checkLocal(databases, rule));
  for (const rule of CROSS_RULES) books.push(await checkAcross(databases, rule));
  books.push(await checkHashChain(databases));
  books.push(await checkTrailChains(databases, SERVICES));
  const taken = await Promise.all(SERVICES.map((service) => checkTaken(databases, service, log, history)));
  const discarded = new Set(taken.flatMap((each) => [...each.discarded]));
  const published = await Promise.all(SERVICES.map((service) => checkPublished(databases, service, log, discarded, history)));
  log.finish();
  const order: Finding = {
    invariant: 'I11',
    title: 'facts of each stream on the log in order, without gap, each id once',
    compared: log.facts,
    differences: log.differences,
  };
  const findings = [...books, ...published, order, ...taken.map(({ finding }) => finding)];
  return { findings: findings.sort((a, b) => numberOf(a) - numberOf(b)), unsettled: [...taken.flatMap((each) => each.unsettled), ...untaken(log)] };
}

const numberOf = (finding: Finding) => Number(finding.invariant.slice(1));

/** Whether every figure agrees, and nothing is on its way or given up for later. */
export function isClean({ drained, findings, unsettled }: Pick<AuditReport, 'drained' | 'findings' | 'unsettled'>): boolean {
  return drained && findings.every((each) => each.differences.length === 0) && unsettled.every((each) => HARMLESS.has(each.kind));
}
