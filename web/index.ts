export { createApp } from './app';
export { demonstrationIdentity, type DemonstrationAccount } from './identity/demonstration';
export type { AuditEntry, Identity } from './identity/identity';
export { startPulse, type Pulse } from './live/pulse';
export { listen, type Listening } from './server';
export { temporalCodecPath } from './temporal-codec';
export type { Account, Grant, Standing, Viewer } from './viewer';
export type { WebApp, WebDeps, WebSettings } from './web-env';
