// What a port may answer: at once, as the disk of a process does, or later, as another object on the network does.
export type Awaitable<T> = T | Promise<T>;
