/** One measured figure. `target` says in words what it is held against; `ok` whether it kept to it. */
export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: string;
  readonly ok?: boolean;
}
