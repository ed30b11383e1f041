// Lets the browser keep the page itself; see page-keeper.ts. Without it the page works all the same while there is a server.

/** Where the build puts the service worker: it has to be at the root to answer for the page. */
const SERVICE_WORKER = "/service-worker.js";

/** Resolves when the browser has agreed or refused (no https, a private window, a setting). */
export async function keepPage({ serviceWorker }: { readonly serviceWorker?: ServiceWorkerContainer | undefined }): Promise<void> {
  try {
    await serviceWorker?.register(SERVICE_WORKER);
  } catch {
    // Nobody needs to hear of it: boards are kept or not regardless of it.
  }
}
