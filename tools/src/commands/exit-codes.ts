/** What a command's exit code says, for scripts: docs/guides/operate.md lists them. */
export const EXIT = {
  failed: 1,
  /** The command line was not understood. */
  usage: 2,
  /** No suite runs where one was looked for. */
  notRunning: 3,
  /** Stopped by a signal before it was done. */
  interrupted: 130,
} as const;
