// The little of Node that the tests use.
declare module "node:test" {
  export default function test(sentence: string, body: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  interface Assert {
    (value: unknown, message?: string): asserts value;
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    notDeepEqual(actual: unknown, expected: unknown, message?: string): void;
    throws(body: () => unknown, like?: object): void;
  }
  const assert: Assert;
  export default assert;
}
