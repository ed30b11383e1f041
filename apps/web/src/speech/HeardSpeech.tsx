// What others say at their cursors, for who cannot see it: read aloud when they have stopped typing.
import { useEffect, useState } from "react";
import { useBoard } from "../board/board-context.ts";
import { useReadable } from "../ui/readable.ts";
import { word } from "./words.ts";

const SETTLED_MS = 800;

export function HeardSpeech() {
  const people = useReadable(useBoard().people);
  const said = people
    .filter(({ isSelf, say }) => !isSelf && say !== "")
    .map(({ name, say }) => word("said", { name, text: say }))
    .join("\n");
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(said), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p className="only-spoken" role="log" dir="auto">
      {settled}
    </p>
  );
}
