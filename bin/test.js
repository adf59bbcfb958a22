#!/usr/bin/env node
// All checks and all suites: `npm test [-- PROJECT...]`. The last line counts over all of them: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, environment, install, node, root } from './runtime.js';

await install();
await build();

const [tools, folder] = [join(root, 'node_modules'), mkdtempSync(join(tmpdir(), 'millrace-results-'))];
const checks = {
  types: ['@typescript/native/bin/tsc', '-p', 'tsconfig.spec.json'],
  lint: ['oxlint/bin/oxlint', '--type-aware'],
  format: ['@biomejs/biome/bin/biome', 'format', '.'],
  imports: ['dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'tools'],
  advisories: ['../tools/dist/src/supply/check-advisories.js'],
};
const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

for (const name of wanted.length > 0 ? wanted : [...Object.keys(checks), ...suites()]) (name in checks ? check : suite)(name);
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);

function suites() {
  return ['unit', 'integration', 'e2e', ...api(), ...containers()];
}

function api() {
  if (answers('schemathesis', '--version')) return ['schemathesis'];
  say('schemathesis is not here (docs/guides/api-tests.md): the suite of that name is left out');
  return [];
}

function containers() {
  if (answers('docker', 'info')) return ['testcontainers', 'compose'];
  say('no Docker engine answers: the suites testcontainers and compose are left out');
  return [];
}

/** Whether a program is here, and does this. @param {string} program @param {string} argument */
function answers(program, argument) {
  return spawnSync(program, [argument], { stdio: 'ignore' }).status === 0;
}

/** @param {keyof typeof checks} name */
function check(name) {
  say(name);
  const ok = runNode(checks[name]);
  if (ok) total.passed++;
  else {
    total.failed++;
    say(`${name} failed; what to mend stands above`);
  }
}

/** @param {string} project */
function suite(project) {
  say(`tests: ${project}`);
  const file = join(folder, `${project}.json`);
  const ok = runNode(['vitest/vitest.mjs', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const { passed, failed } = resultsIn(file);
  total.passed += passed;
  total.failed += failed;
  if ((!ok || passed === 0) && failed === 0) {
    total.failed++;
    say(`${project} ${passed === 0 ? 'ran no test' : 'ended with an error outside its tests'}; the reason stands above`);
  }
}

/** @param {string[]} command */
function runNode([script, ...args]) {
  return spawnSync(node, [join(tools, script ?? ''), ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment() }).status === 0;
}

/** @param {string} file */
function resultsIn(file) {
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(file, 'utf8'));
    const broken = testResults.filter((/** @type {any} */ result) => result.status === 'failed' && result.assertionResults.length === 0).length;
    return { passed: numPassedTests, failed: numFailedTests + Math.min(broken, numFailedTestSuites) };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

/** @param {string} what */
function say(what) {
  process.stdout.write(`\n== ${what}\n`);
}
