/** The default policy as its file says it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../../../domain/policy-schema';

const file = (name: string): string =>
  readFileSync(join(__dirname, '../../../../policies', name), 'utf8');

export const defaultPolicy = readPolicy(file('default.yaml'), 'default.yaml');
export const demoPolicy = readPolicy(file('demo.yaml'), 'demo.yaml', defaultPolicy);
