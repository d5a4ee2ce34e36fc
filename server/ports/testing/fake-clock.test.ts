import { describeClock } from './clock-contract.ts';
import { FakeClock } from './fake-clock.ts';

describeClock('fake clock', () => {
  const clock = new FakeClock();
  return { clock, pass: (ms) => clock.advance(ms) };
});
