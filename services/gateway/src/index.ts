// The gateway as other programs start it: in a process of its own, or within the operator's.
export { defaultLimits, type Limits, limitMeanings } from './limits/limits.ts';
export type { Listening, ListenOptions } from './listen.ts';
export { keepTold } from './keep-told.ts';
export { type LogDestination, logDestination } from './log-destination.ts';
export { registeredFrom } from './persisted-operations.ts';
export { printGatewaySchema } from './print-schema.ts';
export { type QueryAnswer, type QueryToRun, runQuery } from './run-query.ts';
export { schema } from './schema.ts';
export { createGateway, type Gateway, type GatewayOptions } from './server.ts';
export { stayUp } from './stay-up.ts';
export { startTracing, type Tracing } from './tracing.ts';
