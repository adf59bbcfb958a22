import { runAudit } from '../audit/audit.js';
import type { AuditReport } from '../audit/finding.js';
import { findSite } from '../site/site.js';
import { bold, green, print, printJson, progress, red, table } from './output.js';

export async function audit({ wait, json }: { wait: number; json?: boolean }): Promise<void> {
  const report = await runAudit(findSite(), { waitSeconds: wait, onProgress: json ? undefined : progress });
  if (json) printJson(report);
  else printReport(report);
  process.exitCode = report.clean ? 0 : 1;
}

export function printReport({ findings, unsettled, drained, facts, madeUp, clean }: AuditReport): void {
  print(
    table(
      ['', 'what must hold', 'compared', 'differences'],
      findings.map((each) => [each.invariant, each.title, each.compared, each.differences.length]),
    ),
  );
  for (const { invariant, title, differences } of findings) {
    if (differences.length === 0) continue;
    print(`\n${red(invariant)} ${title}`);
    for (const { what, expected, found } of differences) print(`   ${what}\n      expected ${expected}\n      found    ${found}`);
  }
  if (unsettled.length > 0) print(`\n${bold('Not settled')}`);
  for (const { kind, what, count } of unsettled) print(`   ${kind}: ${what}${count > 1 ? ` (${count})` : ''}`);
  if (!drained) print(`\n${red('Not everything has arrived yet:')} figures may differ only for that. Wait longer with --wait.`);
  print(
    `\n${clean ? green('The audit is clean') : red('The audit is not clean')}: ${facts} facts${madeUp > 0 ? `, ${madeUp} of them made up by a benchmark` : ''}, ${findings.reduce((sum, each) => sum + each.compared, 0)} comparisons.`,
  );
}
