// Entry of the service worker: hands the browser's events to the page keeper. Built into a file of its own at a fixed path.
import { PageKeeper } from "./page-keeper.ts";

type LaterEvent = Event & { waitUntil(work: Promise<unknown>): void };
type FetchLikeEvent = LaterEvent & { readonly request: Request; respondWith(answer: Promise<Response>): void };
type ServiceWorkerScope = {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LaterEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: FetchLikeEvent) => void): void;
};

// reason: the DOM library describes a page's global scope, and this is a service worker's.
const scope = globalThis as unknown as ServiceWorkerScope;
const keeper = new PageKeeper({
  cache: () => caches.open("inkroom-page"),
  fetch: (request, init) => fetch(request, init),
  origin: scope.location.origin,
});

scope.addEventListener("install", (event) => event.waitUntil(Promise.all([keeper.keepBuild(), scope.skipWaiting()])));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const answer = keeper.answer(event.request);
  if (answer === undefined) return;
  event.respondWith(answer);
  // Where it cannot be had, the kept one stays.
  if (event.request.mode === "navigate") event.waitUntil(answer.then(() => keeper.keepBuild()).catch(() => undefined));
});
