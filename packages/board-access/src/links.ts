// Boards and the links that open them: a link is a secret, the registry keeps its hash, the secret is shown once.
import type { RenewedLinks } from "@inkroom/board-room";
import { type Role, ROLES } from "@inkroom/protocol";
import type { Awaitable } from "./awaitable.ts";
import { BOARD_ID, hashSecret, newBoardId, newSecret, sameHash, SECRET } from "./secrets.ts";

/** What a link or a ticket entitles to, on one board. */
export type Grant = { readonly board: string; readonly role: Role; /** Id of the link it came from. */ readonly link: string };
export type Link = { readonly id: string; readonly role: Role; /** sha256 of the secret. */ readonly hash: Uint8Array };

/** Where boards and the hashes of their links are kept. */
export interface LinkRegistry {
  /** Adds a board with its first links, or nothing at all. Durable when it has returned. */
  addBoard(board: string, links: readonly Link[]): Awaitable<void>;
  /** Adds a link that was asked for by another one, `by`. False where that one was revoked meanwhile; then nothing is added. */
  addLink(board: string, link: Link, by: string): Awaitable<boolean>;
  /** Revokes all links of a board and adds these, or does nothing at all. The ids of the revoked; undefined as `addLink` is false. */
  replaceLinks(board: string, links: readonly Link[], by: string): Awaitable<readonly string[] | undefined>;
  /** Links of a board that were not revoked; empty for an unknown board. */
  links(board: string): Awaitable<readonly Link[]>;
}

type NewBoard = { readonly id: string; readonly links: { readonly edit: string; readonly view: string } };

export interface Links {
  createBoard(): Promise<NewBoard>;
  /** Another secret for the board of a grant; undefined where the grant's own link was revoked meanwhile. */
  addLink(grant: Grant, role: Role): Promise<string | undefined>;
  /** Makes all links of the board anew, one per role; undefined as above. */
  renew(grant: Grant): Promise<RenewedLinks | undefined>;
  /** False where the link that a grant came from was revoked since. */
  stands(grant: Grant): Promise<boolean>;
  /** What this secret opens; undefined alike for a wrong secret and for a board that does not exist. */
  grantOf(board: string, secret: string): Promise<Grant | undefined>;
}

/** The links of the boards in `registry`. What the registry throws comes through. */
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
    async addLink({ board, link: by }, role) {
      const { secret, link } = newLink(role);
      return (await registry.addLink(board, link, by)) ? secret : undefined;
    },
    async renew({ board, link: by }) {
      const made = ROLES.map(newLink);
      const links = made.map(({ link }) => link);
      const revoked = await registry.replaceLinks(board, links, by);
      const keys = Object.fromEntries(made.map(({ secret, link }) => [link.role, { link: link.id, secret }]));
      // reason: one key per role was made just now.
      return revoked && { revoked, keys: keys as RenewedLinks["keys"] };
    },
    async stands({ board, link }) {
      return (await registry.links(board)).some(({ id }) => id === link);
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
