/** The process is stopping: what is under way is given up, and comes again. */
export class Stopping extends Error {}
