/** An advisory that is known and lived with for a while. */
export type Accepted = Readonly<{ advisory: string; reason: string; until: string }>;

/** Advisories that no installation can do anything about yet, each with the reason why it does no harm here and the last day on which that counts. */
export const ACCEPTED: readonly Accepted[] = [];

export type Advisory = Readonly<{ id: string; name: string; severity: string; title: string; range: string }>;

/** What came of asking the registry for advisories. */
export type AuditOutcome =
  | Readonly<{ answered: false; why: string }>
  | Readonly<{ answered: true; open: readonly Advisory[]; minor: readonly Advisory[]; accepted: readonly Advisory[]; idle: readonly Accepted[] }>;

type Via = Readonly<{ url?: string; source?: number; name: string; severity: string; title: string; range: string }>;
type Report = Readonly<{
  auditReportVersion?: number;
  vulnerabilities?: Readonly<Record<string, Readonly<{ via: readonly (Via | string)[] }>>>;
  error?: Readonly<{ summary?: string }>;
  message?: string;
}>;

const SEVERE = new Set(['high', 'critical']);

/**
 * Reads what `npm audit --json` says.
 *
 * @param today The day, such as 2026-11-27: an accepted advisory counts again on the day after its last.
 */
export function outcomeOf(output: string, accepted: readonly Accepted[], today: string): AuditOutcome {
  const report = parsed(output);
  if (report?.auditReportVersion === undefined || !report.vulnerabilities) return { answered: false, why: reasonIn(report) };
  const found = advisoriesIn(report.vulnerabilities);
  const inForce = accepted.filter(({ until }) => today <= until);
  const isAccepted = ({ id }: Advisory) => inForce.some(({ advisory }) => advisory === id);
  return {
    answered: true,
    open: found.filter((each) => SEVERE.has(each.severity) && !isAccepted(each)),
    minor: found.filter((each) => !SEVERE.has(each.severity) && !isAccepted(each)),
    accepted: found.filter(isAccepted),
    idle: accepted.filter(({ advisory }) => !found.some(({ id }) => id === advisory)),
  };
}

function parsed(output: string): Report | undefined {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return undefined;
  }
}

function reasonIn(report: Report | undefined): string {
  return report?.message || report?.error?.summary || 'its answer was no report';
}

/** Each advisory once, however many packages it reaches; what only depends on a package that has one is named by a string. */
function advisoriesIn(vulnerabilities: NonNullable<Report['vulnerabilities']>): Advisory[] {
  const found = Object.values(vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== 'string'));
  const advisories = found.map(({ url, source, name, severity, title, range }) => ({
    id: url?.slice(url.lastIndexOf('/') + 1) ?? String(source),
    name,
    severity,
    title,
    range,
  }));
  return [...new Map(advisories.map((each) => [`${each.id} ${each.name}`, each])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What is told of an outcome, line by line. */
export function linesOf(outcome: AuditOutcome): string[] {
  if (!outcome.answered) return [`no advisories were looked at, since the registry does not tell them: ${outcome.why}`];
  const line = (verdict: string) => (each: Advisory) => `${verdict}: ${each.severity} ${each.id} in ${each.name} ${each.range}: ${each.title}`;
  const { open, minor, accepted, idle } = outcome;
  return [
    ...open.map(line('open')),
    ...minor.map(line('minor')),
    ...accepted.map(line('accepted')),
    ...idle.map(({ advisory }) => `not needed any more: ${advisory} is accepted and was not found`),
    `${open.length} severe advisories are open, ${minor.length} minor ones, ${accepted.length} accepted`,
  ];
}
