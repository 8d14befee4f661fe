import { isTooOld } from '../../../setup/node-version.js';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node %s is new enough', (version) => {
  expect(isTooOld(version)).toBe(false);
});

test.each(['20.18.3', '18.20.4', '9.99.0', '4', ''])('Node "%s" is too old', (version) => {
  expect(isTooOld(version)).toBe(true);
});
