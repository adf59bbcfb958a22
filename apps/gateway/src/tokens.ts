/** For injection: the services by name, each with its replicas. */
export const REPLICA_SETS = Symbol('gateway:replica-sets');
/** For injection: the merged API document. */
export const API_DOCUMENT = Symbol('gateway:api-document');
