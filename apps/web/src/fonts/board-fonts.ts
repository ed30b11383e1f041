// The board's fonts beside the page's own. A browser fetches the parts of them that a board uses, and no others.
import "@fontsource-variable/jetbrains-mono/wght.css";
import "@fontsource-variable/shantell-sans/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
