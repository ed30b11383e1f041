// Boards and the links that open them: a link is a secret, the registry keeps its hash, the secret is shown once.
import type { Role } from "@inkroom/protocol";
import type { Awaitable } from "./awaitable.ts";
import { BOARD_ID, hashSecret, newBoardId, newSecret, sameHash, SECRET } from "./secrets.ts";

/** What a link or a ticket entitles to, on one board. */
export type Grant = { readonly board: string; readonly role: Role; /** Id of the link it came from. */ readonly link: string };
export type Link = { readonly id: string; readonly role: Role; /** sha256 of the secret. */ readonly hash: Uint8Array };

/** Where boards and the hashes of their links are kept. */
export interface LinkRegistry {
  /** Adds a board with its first links, or nothing at all. Durable when it has returned. */
  addBoard(board: string, links: readonly Link[]): Awaitable<void>;
  addLink(board: string, link: Link): Awaitable<void>;
  /** Links of a board that were not revoked; empty for an unknown board. */
  links(board: string): Awaitable<readonly Link[]>;
}

type NewBoard = { readonly id: string; readonly links: { readonly edit: string; readonly view: string } };

export interface Links {
  createBoard(): Promise<NewBoard>;
  /** Another secret for an existing board. */
  addLink(board: string, role: Role): Promise<string>;
  /** What this secret opens; undefined alike for a wrong secret and for a board that does not exist. */
  grantOf(board: string, secret: string): Promise<Grant | undefined>;
}

export function createLinks(registry: LinkRegistry): Links {
  const newLink = (role: Role) => {
    const secret = newSecret();
    return { secret, link: { id: newBoardId(), role, hash: hashSecret(secret) } };
  };
  return {
    async createBoard() {
      const id = newBoardId();
      const edit = newLink("edit");
      const view = newLink("view");
      await registry.addBoard(id, [edit.link, view.link]);
      return { id, links: { edit: edit.secret, view: view.secret } };
    },
    async addLink(board, role) {
      const { secret, link } = newLink(role);
      await registry.addLink(board, link);
      return secret;
    },
    async grantOf(board, secret) {
      if (!BOARD_ID.test(board) || !SECRET.test(secret)) return undefined;
      const hash = hashSecret(secret);
      let found: Grant | undefined;
      // Every link is compared, so that the time taken does not tell which one nearly matched.
      for (const link of await registry.links(board)) if (sameHash(link.hash, hash)) found = { board, role: link.role, link: link.id };
      return found;
    },
  };
}
