// The rows of packages/board-room/corpus, read and filled in.
import { readFileSync } from "node:fs";
import { draw, rect, text } from "./test-shapes.ts";

type Named = { readonly no: number; readonly name: string; readonly note?: string };
export type HandshakeRow = Named & {
  readonly request?: readonly string[];
  readonly bytes?: string;
  readonly ticket?: "fresh" | "view" | "used" | "expired" | "other";
  readonly headers?: number;
  readonly expect: { readonly status: number; readonly role?: string };
};
export type FrameItem = {
  readonly hex?: string;
  readonly zeros?: number;
  readonly text?: string;
  readonly binary?: string;
  readonly repeat?: string;
  readonly times?: number;
};
export type FrameRow = Named & { readonly hello?: false; readonly send: readonly FrameItem[]; readonly expect: { readonly close: number } };
export type MessageRow = Named & {
  readonly hello?: false;
  readonly role?: "edit" | "view";
  readonly changes?: true;
  readonly send: readonly unknown[];
  readonly expect: {
    readonly close?: number;
    readonly answers?: readonly Readonly<Record<string, unknown>>[];
    readonly stored?: { readonly id: string } & Readonly<Record<string, unknown>>;
    readonly seen?: unknown;
    readonly mode?: string;
    readonly sameSeq?: true;
  };
};

/** The rows of one file. */
export function corpus<Row extends Named>(file: string): readonly Row[] {
  // reason: data of this repository, written in the form that its README describes.
  return JSON.parse(readFileSync(new URL(`../../../../packages/board-room/corpus/${file}.json`, import.meta.url), "utf8")) as Row[];
}

export function titleOf({ no, name }: Named): string {
  return `${no}: ${name}`;
}

/** A value with its `$repeat`, `$list` and shapes expanded and `{names}` filled in. */
export function filled(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return value.replaceAll(/\{(\w+)\}/g, (whole, name: string) => names[name] ?? whole);
  if (Array.isArray(value)) return value.flatMap((item) => (isList(item) ? listOf(item.$list, names) : [filled(item, names)]));
  if (typeof value !== "object" || value === null) return value;
  const [[key, inner] = []] = Object.entries(value);
  // reason: the form of the macros, see the README beside the rows.
  if (key === "$repeat") return (inner as [string, number])[0].repeat((inner as [string, number])[1]);
  if (key === "$list") return listOf(inner, names);
  if (key === "$rect") return rect(filled(inner, names) as object);
  if (key === "$text") return text(filled(inner, names) as object);
  if (key === "$draw") return draw(filled(inner, names) as object);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, filled(field, names)]));
}

/** Inside a list, `$list` stands for its items. */
function isList(item: unknown): item is { readonly $list: unknown } {
  return typeof item === "object" && item !== null && "$list" in item;
}

function listOf(inner: unknown, names: Readonly<Record<string, string>>): unknown[] {
  // reason: as above.
  const [item, times] = inner as [unknown, number];
  return Array.from({ length: times }, () => filled(item, names));
}

/** The text frames of one `send` item of a message row. */
export function textFrames(item: unknown, names: Readonly<Record<string, string>>, hello: object): readonly string[] {
  // reason: as above.
  const { $raw, $times, $hello } = item as { readonly $raw?: unknown; readonly $times?: [unknown, number]; readonly $hello?: object };
  if ($raw !== undefined) return [String(filled($raw, names))];
  if ($hello !== undefined) return [jsonOf({ ...hello, ...(filled($hello, names) as object) })];
  if ($times !== undefined) return Array.from({ length: $times[1] }, () => jsonOf(filled($times[0], names)));
  return [jsonOf(filled(item, names))];
}

/** JSON in which "@token" stands for the bare token, and bytes are base64. */
function jsonOf(value: unknown): string {
  const json = JSON.stringify(value, (_key, field: unknown) =>
    field instanceof Uint8Array ? Buffer.from(field).toString("base64") : field,
  );
  return json.replaceAll(/"@([^"]+)"/g, "$1");
}
