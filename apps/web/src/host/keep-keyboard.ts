// The board keeps the keyboard while the buttons around it are used with a mouse or a finger: the arrow keys then move what is selected
// and Space moves the paper, as before the click. Who has gone to the buttons by keys is left there.

/** Starts listening; the result stops it. */
export function keepKeyboard(): () => void {
  const onPress = (event: MouseEvent): void => {
    const isOnButton = event.target instanceof Element && event.target.closest(".board button") !== null;
    if (isOnButton && document.activeElement?.matches(".canvas, body") === true) event.preventDefault();
  };
  document.addEventListener("mousedown", onPress);
  return () => document.removeEventListener("mousedown", onPress);
}
