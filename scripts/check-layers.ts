import { findViolations } from './layers/find-violations.ts';

const { filesRead, violations } = findViolations(process.cwd());
for (const violation of violations) console.error(violation);
console.log(`${filesRead} files read, ${violations.length} imports out of place`);
if (violations.length > 0 || filesRead < 50) process.exitCode = 1;
