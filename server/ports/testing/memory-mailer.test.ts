import { describeMailer } from './mailer-contract.ts';
import { memoryMailer } from './memory-mailer.ts';

describeMailer('the mailer that remembers', async () => {
  const mailer = memoryMailer();
  return { mailer, arrived: async () => mailer.sent, refuse: mailer.refuse, close: async () => {} };
});
