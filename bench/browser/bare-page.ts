// A page that nobody looks over the shoulder of. Playwright has the browser tell it of all that comes over the net, each frame of a
// WebSocket with what is in it: the page's own thread writes that out, which a board that comes by frames pays a tenth of its opening
// for. Here the browser is asked for nothing but what is measured.
import type { Browser, CDPSession } from "@playwright/test";
import { VIEW } from "./phases.ts";

/** What a product is opened in; Playwright's pages can be used so too. */
export type OpeningPage = {
  /** Runs `script` before those of each page that is gone to. It is sent as text: what it uses has to come with `given`. */
  addInitScript<Given>(script: (given: Given) => void, given: Given): Promise<void>;
  /** Rejects where there is no such page. */
  goto(url: string): Promise<void>;
  /** Runs `work` in the page, sent as text, and gives what it ends with, as JSON. Rejects with what it throws. */
  evaluate<Given, Result>(work: (given: Given) => Promise<Result>, given: Given): Promise<Result>;
};

type Answer = { readonly id?: number; readonly result?: unknown; readonly error?: { readonly message: string } };

/** The messages of one target, sent through the browser's own: Playwright's sessions belong to pages that it has opened itself. */
class Target {
  readonly #root: CDPSession;
  readonly #sessionId: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  constructor(root: CDPSession, sessionId: string) {
    this.#root = root;
    this.#sessionId = sessionId;
    root.on("Target.receivedMessageFromTarget", ({ message }) => {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  async send(method: string, params: object = {}): Promise<unknown> {
    const id = (this.#last += 1);
    const answered = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    await this.#root.send("Target.sendMessageToTarget", { sessionId: this.#sessionId, message: JSON.stringify({ id, method, params }) });
    const { result, error } = await answered;
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result;
  }
}

const called = (work: (given: never) => unknown, given: unknown): string => `(${work.toString()})(${JSON.stringify(given)})`;

/** An empty page of the size that all are measured at, with storage of its own. */
export async function openBarePage(browser: Browser): Promise<OpeningPage & { close(): Promise<void> }> {
  const root = await browser.newBrowserCDPSession();
  const { browserContextId } = await root.send("Target.createBrowserContext");
  const { targetId } = await root.send("Target.createTarget", { url: "about:blank", browserContextId });
  const { sessionId } = await root.send("Target.attachToTarget", { targetId, flatten: false });
  const target = new Target(root, sessionId);
  await target.send("Page.enable");
  await target.send("Emulation.setDeviceMetricsOverride", { ...VIEW, deviceScaleFactor: 1, mobile: false });
  return {
    async addInitScript(script, given) {
      await target.send("Page.addScriptToEvaluateOnNewDocument", { source: called(script, given) });
    },
    async goto(url) {
      const { errorText } = (await target.send("Page.navigate", { url })) as { readonly errorText?: string };
      if (errorText !== undefined) throw new Error(`${url}: ${errorText}`);
    },
    async evaluate<Given, Result>(work: (given: Given) => Promise<Result>, given: Given): Promise<Result> {
      const asked = { expression: called(work, given), awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = (await target.send("Runtime.evaluate", asked)) as {
        readonly result: { readonly value: Result };
        readonly exceptionDetails?: { readonly text: string; readonly exception?: { readonly description?: string } };
      };
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async close() {
      await root.send("Target.disposeBrowserContext", { browserContextId });
      await root.detach();
    },
  };
}
