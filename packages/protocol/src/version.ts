// Version of the wire. Raise it when a message changes in a way an older peer cannot ignore.
export const PROTOCOL_VERSION = 1;
