// How a menu item opens the help sheet that lives beside the menu.
import { createContext } from "react";

export const HelpContext = createContext<() => void>(() => {});
