// From many measurements to one number.
const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;
export const median = (values: readonly number[]): number => at(values, 0.5);
export const p99 = (values: readonly number[]): number => Math.round(at(values, 0.99) * 100) / 100;
export const mebi = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10;
