import { benches } from '../bench/index.ts';

const load = benches[process.argv[2] ?? ''];
if (!load) throw new Error(`There is no benchmark ${process.argv[2]}.`);
const { run } = await load();
const results = await run();
process.send?.(results);
