// The strings that people see before anything is fetched later, in English; those of what is fetched later are in en-later.ts.
// Other languages implement the same keys (see translate.ts).
// `{name}` is filled in by the caller; an entry with `one` and `other` is chosen by the plural rules for `count`.

export type Plural = { readonly one: string; readonly other: string };

export const en = {
  "app.name": "Inkroom",
  "app.tagline": "A whiteboard for thinking together.",
  "app.what": "Draw, write and arrange on one page with everyone. Live, saved as you go, and on a server of your own.",
  "home.failed": "The board could not be made. Is the server running?",

  "board.untitled": "Untitled board",
  "board.canvas": "Board",
  "board.canvas.keys": "Tab goes from shape to shape. Escape, then Tab, leaves the board",
  "board.empty.title": "A fresh page",
  "board.empty.text": "Draw something, or pick another tool below. Share the link and others join in.",
  "board.empty.keys": "{find} finds every command, {help} shows the keys",
  "board.empty.fingers": "Two fingers move and zoom the page",
  "frame.name": "Frame {n}",

  "toolbar.label": "Tools",
  "toolbar.viewOnly": "You have a view link. Look around freely; nothing you do changes the board.",
  "toolbar.ownOnly": "You can add and change your own",

  "toolbar.damaged": "The board's file was damaged on the server. What is left of it can be looked at until it is repaired there.",

  "command.tool.select": "Select",
  "command.tool.hand": "Hand",
  "command.tool.draw": "Pen",
  "command.tool.highlight": "Highlighter",
  "command.tool.erase": "Eraser",
  "command.tool.bucket": "Paint bucket",
  "command.tool.laser": "Laser pointer",
  "command.tool.rect": "Rectangle",
  "command.tool.ellipse": "Ellipse",
  "command.tool.geo": "More shapes",
  "command.tool.line": "Line",
  "command.tool.arrow": "Arrow",
  "command.tool.text": "Text",
  "command.tool.note": "Sticky note",
  "command.tool.frame": "Frame",
  "command.tool.image": "Insert an image",
  "command.tool.pen-mode": "Pen mode: fingers move the paper",
  "command.tool.lock": "Keep the tool after drawing",
  "command.edit.undo": "Undo",
  "command.edit.redo": "Redo",
  "command.view.zoom-in": "Zoom in",
  "command.view.zoom-out": "Zoom out",

  "style.label": "Style",

  "menu.label": "Board menu",
  "export.failed": "That did not work in this browser",
  "menu.rename": "Board name",
  "menu.renameHint": "Only you see this name",

  "share.button": "Share",

  "people.label": { one: "{count} person here", other: "{count} people here" },

  "status.saved": "All changes saved",
  "status.sending": { one: "Sending {count} change…", other: "Sending {count} changes…" },
  "status.pictures": { one: "Sending {count} picture…", other: "Sending {count} pictures…" },
  "status.connecting": "Connecting…",
  "status.offline.none": "Offline — reconnecting",
  "status.stale": "Board as of {time}, connecting…",
  "status.offline.stale": "Offline — board as of {time}",
  "status.offline.kept": { one: "Offline — {count} change kept on this device", other: "Offline — {count} changes kept on this device" },
  "status.offline.tab": { one: "Offline — {count} change kept in this tab only", other: "Offline — {count} changes kept in this tab only" },
  "status.putOff.kept": {
    one: "The server cannot save now — {count} change kept on this device",
    other: "The server cannot save now — {count} changes kept on this device",
  },
  "status.putOff.tab": {
    one: "The server cannot save now — {count} change kept in this tab only",
    other: "The server cannot save now — {count} changes kept in this tab only",
  },
  "status.saved.denied": "Saved. This browser keeps no copy",
  "status.saved.unlocked": "Saved. No copy here without https",
  "status.saved.blocked": "Saved. No copy here: close older tabs",
  "status.saved.newer": "Saved. No copy here: reload for the new version",
  "status.saved.full": "Saved. No copy here: this device is full",
  "status.saved.broken": "Saved. No copy on this device",
  "kept.button": { one: "{count} change not on the board", other: "{count} changes not on the board" },
  "kept.download": "Download",
  "kept.failed": "That did not work. The changes are still kept",
  "kept.pending": {
    one: "{count} change of yours is not saved on the server. It is still on this device.",
    other: "{count} changes of yours are not saved on the server. They are still on this device.",
  },
  "kept.pending.tab": {
    one: "{count} change of yours is not saved on the server. It is in this tab only: download it before you close the tab.",
    other: "{count} changes of yours are not saved on the server. They are in this tab only: download them before you close it.",
  },
  "status.viewOnly": "View only",
  "status.viewOnly.pending": {
    one: "View only — {count} change of yours was not taken",
    other: "View only — {count} changes of yours were not taken",
  },
  "status.damaged": "Read-only — the saved board was found damaged",
  "status.refused": "Not connected",

  "failure.unknown.title": "There is no board here",
  "failure.unknown.text": "The link may be incomplete or withdrawn, or the board was deleted. Ask whoever sent it for a new one.",
  "failure.link.title": "This link is not complete",
  "failure.link.text": "The part after # is the key to the board, and it is missing. Copy the whole link and try again.",
  "failure.forbidden.title": "You no longer have access",
  "failure.forbidden.text": "The link you used was withdrawn. Ask whoever sent it for a new one.",
  "failure.removed.title": "You were removed from this board",
  "failure.removed.text": "Someone who may edit it ended your visit. Your work stays.",
  "failure.version.title": "Inkroom was updated",
  "failure.version.text": "This page is older than the server. Reload to go on.",
  "failure.replaced.title": "This board went on elsewhere",
  "failure.replaced.text": "The same session was opened in another place, so this one stopped to avoid a mix-up.",
  "failure.full.title": "The board is full",
  "failure.full.text": "As many people as this server allows are on it already. Try again in a while.",
  "failure.broken.title": "The connection was refused",
  "failure.broken.text": "The server did not accept what this page sent. Reloading usually helps.",
  "failure.crashed.title": "Something went wrong",
  "failure.crashed.text":
    "Part of the page could not be loaded or stopped working. What the server has confirmed is safe; reload to go on.",
  "failure.reload": "Reload",
  "failure.new": "New board",
  "failure.home": "All boards",

  "history.label": "History",
  "zoom.label": "Zoom",
  "zoom.level": "Zoom: {percent} %",
  "zoom.percent": "{percent} %",
  "people.rest": "+{count}",
  "transfer.failed": "That could not be read",
} as const satisfies Record<string, string | Plural>;

export type MessageKey = keyof typeof en;
