/** The engine for workflows and workers: `zhenggai/engine`. What talks to running instances is `zhenggai/engine/client`. */
export * from './core';
export * from './temporal';
