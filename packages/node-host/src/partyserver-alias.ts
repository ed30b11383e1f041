// Lets code that imports the `partyserver` package run here unchanged: `node --import @inkroom/node-host/partyserver app.ts`
// answers every import of "partyserver" with @inkroom/rooms, in the app as well as in packages that it uses.
import { registerHooks } from "node:module";

const rooms = import.meta.resolve("@inkroom/rooms");

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "partyserver" ? { url: rooms, format: "module-typescript", shortCircuit: true } : next(specifier, context),
});
