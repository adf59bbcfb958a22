import { Home } from '../site/home.js';
import { holderOf, HomeInUse } from '../site/lock.js';
import { siteIn } from '../site/site.js';
import { readState } from '../site/state.js';
import { startInBackground, type SuiteOptions } from './background.js';
import { InterruptedBySignal, onSignal, untilTrue } from './interruption.js';
import { bold, print, printJson, progress } from './output.js';

export type UpOptions = SuiteOptions & Readonly<{ detach?: boolean; demo?: boolean; json?: boolean }>;

export async function up(options: UpOptions): Promise<void> {
  const home = Home.default();
  const holder = holderOf(home);
  if (!holder) return options.detach ? upDetached(home, options) : superviseUntilAsked(home, options, () => tell(home, options));
  const state = readState(home);
  if (!options.detach || options.fresh || state?.phase !== 'running') throw new HomeInUse(home, holder);
  if (options.json) return tell(home, options);
  print(`Millrace already runs at http://127.0.0.1:${state.ports.gateway}.`);
}

/** The suite under a supervisor in this process, without a word on how to sign in: this is what runs in the background. */
export function supervise(options: SuiteOptions): Promise<void> {
  return superviseUntilAsked(Home.default(), options, async () => {});
}

async function superviseUntilAsked(home: Home, options: SuiteOptions, onReady: () => Promise<void>): Promise<void> {
  let end: () => void = () => {};
  const asked = new Promise<void>((resolve) => (end = resolve));
  onSignal(end);
  const { Supervisor } = await import('../supervisor/supervisor.js');
  const supervisor = new Supervisor({ home, ...options, onProgress: progress, onShutDown: end });
  let isReady = false;
  const running = supervisor.start().then(async () => {
    isReady = true;
    progress(`ready at ${supervisor.url}`);
    await onReady();
  });
  try {
    await Promise.race([running.then(() => asked), asked]);
    progress('stopping');
  } finally {
    await supervisor.stop();
  }
  progress('stopped');
  if (!isReady) throw new InterruptedBySignal('it was called off before it was ready');
}

async function upDetached(home: Home, options: UpOptions): Promise<void> {
  let isCalledOff = false;
  onSignal(() => (isCalledOff = true));
  await startInBackground(home, options, () => isCalledOff);
  await Promise.race([tell(home, options), untilTrue(() => isCalledOff)]);
  if (isCalledOff) throw new InterruptedBySignal('the suite goes on in the background: "npx millrace down" ends it');
}

/** What there is now and how to go on, on this terminal and in no log. */
async function tell(home: Home, { demo, detach, json }: UpOptions): Promise<void> {
  const site = siteIn(home);
  const { gateway: url, administrator } = site;
  const ports = readState(home)?.ports;
  if (detach) progress(`ready at ${url}`);
  if (demo) await (await import('../demo/demo.js')).runDemo(site, progress, json ? progress : print);
  if (json) return printJson({ gateway: url, supervisor: readState(home)?.supervisor, administrator });
  print(`
${bold('Millrace is running')}
  gateway     ${url}
  reference   ${url}/reference   (try calls on it)
  sign in     ${administrator.email} / ${administrator.password}
${ports ? `  mails       http://127.0.0.1:${ports.mails}   (what would have gone out)\n` : ''}
  curl -s ${url}/v1/tokens -H 'content-type: application/json' \\
    -d '{"grantType":"password","login":"${administrator.email}","secret":"${administrator.password}"}'

${bold('Next')}
  npx millrace status      every process: pid, port, memory
  npx millrace audit       prove that stock, ledger and events agree
  npx millrace --help      everything else
  docs/guides/first-order.md   sign in, sell something, see the money
`);
}
