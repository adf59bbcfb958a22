import { ProblemException } from '../http/problem.js';

const SHOWN = 60;

/** 400 that names a parameter of a list and says what it takes. */
export function refuseParameter(parameter: string, detail: string): ProblemException {
  return ProblemException.invalid([{ pointer: `/${shortened(parameter).replaceAll('~', '~0').replaceAll('/', '~1')}`, detail }]);
}

/** What a caller wrote, as far as it is shown back. */
export const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
