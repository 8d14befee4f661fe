'use strict';
/* global jest */
// How long one test may take, by kind: jest takes a project's own `testTimeout` no account of.

const { testSeconds } = /** @type {{ testSeconds?: number }} */ (globalThis);
if (testSeconds !== undefined) jest.setTimeout(testSeconds * 1000);
