import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { describeDecisions } from './store/decision-contract.ts';
import { describeDeployments } from './store/deployment-contract.ts';
import { describeEffects } from './store/effect-contract.ts';
import { describeFiles } from './store/file-contract.ts';
import { describeFlows } from './store/flow-contract.ts';
import { describeModels } from './store/model-contract.ts';
import { describePeople } from './store/people-contract.ts';
import { describeRollups } from './store/rollup-contract.ts';
import { describeSessions } from './store/session-contract.ts';
import { describeSources } from './store/source-contract.ts';
import { describeSourceTexts } from './store/source-text-contract.ts';
import type { StoreUnderTest } from './store/store-under-test.ts';
import { describeSubjects } from './store/subject-contract.ts';
import { describeTransactions } from './store/transaction-contract.ts';
import { describeTurns } from './store/turn-contract.ts';
import { describeTwins } from './store/twin-contract.ts';
import { describeVisits } from './store/visit-contract.ts';
import { describeWorkspaces } from './store/workspace-contract.ts';

/** What every store keeps. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the store on ${name}`, () => {
    let opened: StoreUnderTest;
    beforeAll(async () => {
      opened = await open();
    });
    afterEach(() => opened.clear());
    afterAll(() => opened.close());

    const current = () => opened;
    describeTransactions(current);
    describeSubjects(current);
    describeFlows(current);
    describeTwins(current);
    describeDeployments(current);
    describeVisits(current);
    describeDecisions(current);
    describePeople(current);
    describeTurns(current);
    describeEffects(current);
    describeSessions(current);
    describeRollups(current);
    describeWorkspaces(current);
    describeFiles(current);
    describeSources(current);
    describeSourceTexts(current);
    describeModels(current);
  });
}
