// Why a server could not start. The message is fit to be shown to the person who started it.

export type ServeErrorCode =
  | "port_taken" // the address is in use
  | "port_denied" // not allowed to listen there
  | "data_dir_unwritable"
  | "data_dir_locked" // another process serves it
  | "data_dir_corrupt" // its index cannot be read
  | "listen_failed"; // any other answer of the network

/** What `serveRooms` rejects with. `cause` is the error of the network or of the storage under it. */
export class ServeError extends Error {
  override readonly name = "ServeError";
  readonly code: ServeErrorCode;

  constructor(code: ServeErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}
