// The hash of a page that came over plain http: its browser lends it none. Fetched only there.
export { deriveClientId } from "@inkroom/protocol";
