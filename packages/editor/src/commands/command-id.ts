// The ids of the commands: fixed words that menus, key maps and tests refer to.
import type { ToolId } from "../tool-id.ts";

export type CommandId =
  | `tool.${ToolId}`
  | "tool.lock"
  | "edit.undo"
  | "edit.redo"
  | "edit.delete"
  | "edit.duplicate"
  | "edit.select-all"
  | "edit.deselect"
  | "edit.edit-text"
  | "edit.nudge-left"
  | "edit.nudge-right"
  | "edit.nudge-up"
  | "edit.nudge-down"
  | "edit.nudge-left-far"
  | "edit.nudge-right-far"
  | "edit.nudge-up-far"
  | "edit.nudge-down-far"
  | "order.front"
  | "order.back"
  | "order.forward"
  | "order.backward"
  | "view.zoom-in"
  | "view.zoom-out"
  | "view.zoom-100"
  | "view.zoom-fit"
  | "view.zoom-selection"
  | "view.page-up"
  | "view.page-down"
  | "view.page-left"
  | "view.page-right";
