// What is typed for a field whose code is still on its way (KeysAhead.tsx), for as long as it is meant for one thing.
import { useEffect, useState } from "react";
import { createTypedAhead, type TypedAhead } from "../host/typed-ahead.ts";

/** `id`: what is written on. What is typed for one is not for the next. */
export function useTypedAhead(id: string | undefined, options?: Parameters<typeof createTypedAhead>[0]): TypedAhead {
  const [typed] = useState(() => createTypedAhead(options));
  useEffect(() => () => typed.clear(), [id, typed]);
  return typed;
}
