// The env of the application that is being served, for calls that name none. State of the module, which nothing else here
// has: a function that is given only a request cannot know it otherwise.

let find: () => object | undefined = () => undefined;

/** For hosts: how to find the env of the application whose code is running. The last host counts. */
export function provideEnv(finder: () => object | undefined): void {
  find = finder;
}

/** Throws TypeError if no application is being served, or if it cannot be told which. */
export function ambientEnv(): object {
  const env = find();
  if (env === undefined) throw new TypeError("routePartykitRequest needs an env: no host that provides one is serving this code");
  return env;
}
