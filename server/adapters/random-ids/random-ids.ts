import { hash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '../../../core/ids.ts';
import type { Ids } from '../../ports/ids.ts';

const secretBytes = 32;

export function randomIds(): Ids {
  return {
    next: <Prefix extends string>(prefix: Prefix) => `${prefix}_${v7().replaceAll('-', '')}` as Id<Prefix>,
    secret: (prefix = '') => prefix + randomBytes(secretBytes).toString('base64url'),
    digest: (secret) => hash('sha256', secret, 'hex'),
  };
}
