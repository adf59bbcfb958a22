import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { newId } from '@millrace/kernel';

/** What a command of a guide answers; each spec knows of what shape. */
export type GuideAnswer = Readonly<Record<string, string>>;
type Gaps = Readonly<Record<string, string>>;

/** A page of `docs/guides` whose commands run as its reader would run them. */
export class Guide {
  readonly text: string;
  readonly blocks: readonly string[];

  /** @param variables that the reader has set by then; the page's own lines for those are left out. */
  constructor(
    page: string,
    readonly variables: Record<string, string>,
  ) {
    this.text = readFileSync(new URL(`../../../docs/guides/${page}`, import.meta.url), 'utf8');
    this.blocks = [...this.text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block!);
  }

  block(part: string): string {
    return this.blocks.find((each) => each.includes(part))!;
  }

  /**
   * What the commands of the block with this text in it print; what a reader would fill in is filled in.
   *
   * @param before what the shell was told earlier on the page, such as a function.
   */
  run(part: string, gaps: Gaps = {}, before = ''): string {
    const filled = Object.entries(gaps).reduce((text, [gap, value]) => text.replaceAll(gap, () => value), this.block(part));
    const kept = filled.replaceAll(/^(G|CLIENT|EMAIL|JSON)=.*$/gm, '').replaceAll(/idempotency-key: [a-z]+-[0-9]/g, () => `idempotency-key: ${newId()}`);
    return execFileSync('bash', ['-ec', `${before}\n${kept}`], { env: { PATH: process.env.PATH, ...this.variables }, encoding: 'utf8' });
  }

  /** The same of commands that answer with one document each. */
  answers(part: string, gaps?: Gaps, before?: string): GuideAnswer[] {
    const documents = this.run(part, gaps, before).trim().replaceAll('}{', '}\n{').split('\n');
    return documents.map((each) => JSON.parse(each) as GuideAnswer);
  }

  /** The same of one command. */
  answer(part: string, gaps?: Gaps): GuideAnswer {
    return this.answers(part, gaps)[0]!;
  }
}
