// A process that holds an embedded PostgreSQL until its input ends. Tests start it as they need it, and kill it.
import { startEmbeddedPostgres } from '../../server/adapters/embedded-postgres/start-embedded-postgres.ts';

const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);
try {
  const postgres = await startEmbeddedPostgres({
    ...JSON.parse(process.argv[2] ?? '{}'),
    onStep: (step) => say({ step }),
  });
  say({ poolConfig: postgres.poolConfig });
  process.stdin.resume().once('end', () => void postgres.stop());
} catch (error) {
  say({ error: String(error) });
  process.exitCode = 1;
}
