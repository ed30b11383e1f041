// The words default names are made of. Short, kind, and the same for everybody to read aloud.

export const MOODS = [
  "Quiet", "Bright", "Gentle", "Curious", "Swift", "Sunny", "Brave", "Calm", "Merry", "Clever",
  "Kind", "Lively", "Patient", "Nimble", "Cosy", "Bold", "Breezy", "Dapper", "Eager", "Mellow",
] as const;

export const ANIMALS = [
  "Otter", "Heron", "Fox", "Wren", "Badger", "Hare", "Lynx", "Robin", "Seal", "Owl",
  "Beaver", "Finch", "Newt", "Puffin", "Stork", "Panda", "Koala", "Gecko", "Marten", "Whale",
  "Falcon", "Tern", "Moose", "Llama",
] as const;
