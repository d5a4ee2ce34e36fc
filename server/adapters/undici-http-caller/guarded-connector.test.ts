import { expect, test } from 'vitest';
import { checkedLookup, type Resolve, refuseUnlessPublic } from './guarded-connector.ts';

/** What a socket would connect to. */
function lookUp(resolve: Resolve, all: boolean): Promise<unknown> {
  const lookup = checkedLookup(resolve, refuseUnlessPublic);
  return new Promise((settle) => {
    lookup('rebind.test', { all }, (error, address) => settle(error ?? address));
  });
}

test('a name that turns private after its first answer is refused at the second connection', async () => {
  const answers = ['93.184.216.34', '127.0.0.1'];
  const resolve: Resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
  expect(await lookUp(resolve, true)).toEqual([{ address: '93.184.216.34', family: 4 }]);
  expect(await lookUp(resolve, true)).toMatchObject({ provider: 'http', retryable: false });
});

test('a socket that wants a single address gets the first one checked', async () => {
  const resolve: Resolve = async () => [{ address: '93.184.216.34', family: 4 }];
  expect(await lookUp(resolve, false)).toBe('93.184.216.34');
});
