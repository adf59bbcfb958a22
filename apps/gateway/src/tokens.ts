/** For injection: the services by name, each with its replicas. */
export const REPLICA_SETS = Symbol('gateway:replica-sets');
/** For injection: the token of who may read figures, if there is one. */
export const METRICS_TOKEN = Symbol('gateway:metrics-token');
/** For injection: the merged API document. */
export const API_DOCUMENT = Symbol('gateway:api-document');
