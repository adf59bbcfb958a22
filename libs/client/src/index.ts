export type { components, paths } from './api.js';
export { type Client, type ClientOptions, createClient, pagesOf } from './client.js';
export { type Answer, type Problem, ProblemError, unwrapped, untilArrived } from './answers.js';
export { writeQuery } from './query.js';
