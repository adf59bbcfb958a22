import { type Access, rightsOfReader, rightsOfService } from '@millrace/messaging';
import type { DeclaredConsumer } from '../events/declared-consumers.js';
import type { Secrets } from './secrets.js';
import { SERVICES, type ServiceName } from './topology.js';

/** Who reads the whole log and writes nothing: audit, trace and their kin. */
export const READER = 'reader';

/**
 * Everybody who comes to the broker of a site but its administrator, with what they may do there: as much as contracts and
 * consumers say, so that a new event or a new consumer needs no word anywhere else.
 */
export function accessOf({ reader, services }: Secrets['kafka'], consumers: readonly DeclaredConsumer[]): Access[] {
  const takenBy = (service: ServiceName) => consumers.filter((each) => each.service === service).flatMap(({ types }) => types);
  return [
    { name: READER, password: reader, rights: rightsOfReader(SERVICES) },
    ...SERVICES.map((name) => ({ name, password: services[name], rights: rightsOfService(name, takenBy(name)) })),
  ];
}
