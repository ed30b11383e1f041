// Boards and the links that open them: a link is a secret, the registry keeps its hash, the secret is shown once.
import type { Role } from "@inkroom/protocol";
import type { Registry } from "./registry.ts";
import { BOARD_ID, hashSecret, newBoardId, newSecret, sameHash, SECRET } from "./secrets.ts";

/** What a link or a ticket entitles to, on one board. */
export type Grant = { readonly board: string; readonly role: Role; /** Id of the link it came from. */ readonly link: string };
type NewBoard = { readonly id: string; readonly links: { readonly edit: string; readonly view: string } };

export interface Links {
  createBoard(): NewBoard;
  /** Another secret for an existing board. */
  addLink(board: string, role: Role): string;
  /** What this secret opens; undefined alike for a wrong secret and for a board that does not exist. */
  grantOf(board: string, secret: string): Grant | undefined;
}

export function createLinks(registry: Registry): Links {
  const newLink = (role: Role) => {
    const secret = newSecret();
    return { secret, link: { id: newBoardId(), role, hash: hashSecret(secret) } };
  };
  return {
    createBoard() {
      const id = newBoardId();
      const edit = newLink("edit");
      const view = newLink("view");
      registry.addBoard(id, [edit.link, view.link]);
      return { id, links: { edit: edit.secret, view: view.secret } };
    },
    addLink(board, role) {
      const { secret, link } = newLink(role);
      registry.addLink(board, link);
      return secret;
    },
    grantOf(board, secret) {
      if (!BOARD_ID.test(board) || !SECRET.test(secret)) return undefined;
      const hash = hashSecret(secret);
      let found: Grant | undefined;
      // Every link is compared, so that the time taken does not tell which one nearly matched.
      for (const link of registry.links(board)) if (sameHash(link.hash, hash)) found = { board, role: link.role, link: link.id };
      return found;
    },
  };
}
