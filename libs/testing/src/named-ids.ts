import { newId } from '@millrace/kernel';

const known = new Map<string, string>();

/** Ids that a test calls by names: the same name in the same company is the same id. */
export function namedIds(companyId: string): (name: string) => string {
  return (name) => {
    const full = `${companyId} ${name}`;
    const id = known.get(full) ?? newId();
    known.set(full, id);
    return id;
  };
}
