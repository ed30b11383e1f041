// Files that tests read as text.
declare module "*.excalidraw?raw" {
  const text: string;
  export default text;
}
