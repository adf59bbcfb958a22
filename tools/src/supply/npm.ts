export type NpmCall = Readonly<{ command: string; args: readonly string[]; shell: boolean }>;
type Surroundings = Readonly<{ env: NodeJS.ProcessEnv; platform: NodeJS.Platform; node: string }>;

const CLI = /[\\/]npm-cli\.js$/;
const HERE: Surroundings = { env: process.env, platform: process.platform, node: process.execPath };

/**
 * How npm is started: the one that started us, by Node itself; else by its name, which on Windows is that of a script that only
 * a shell starts. Arguments are words of ours, which no shell takes apart.
 */
export function npmCall(args: readonly string[], { env, platform, node }: Surroundings = HERE): NpmCall {
  const cli = env.npm_execpath;
  if (cli !== undefined && CLI.test(cli)) return { command: node, args: [cli, ...args], shell: false };
  if (platform === 'win32') return { command: ['npm.cmd', ...args].join(' '), args: [], shell: true };
  return { command: 'npm', args, shell: false };
}
