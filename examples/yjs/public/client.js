// The page of the document: a textarea bound to a Yjs text.
import YProvider from "y-partyserver/provider";
import { Doc } from "yjs";

const room = new URLSearchParams(location.search).get("room") ?? "lobby";
const box = document.getElementById("text");
const doc = new Doc();
const text = doc.getText("text");
const provider = new YProvider(location.host, encodeURIComponent(room), doc, { party: "document" });

provider.on("sync", (isSynced) => (box.disabled = !isSynced));
const tellPeople = () => (document.getElementById("status").textContent = `${provider.awareness.getStates().size} here`);
provider.awareness.on("change", tellPeople);
tellPeople();

// Only what differs goes into the document: the part before and the part after stay what they are.
box.addEventListener("input", () => {
  const [before, after] = [text.toJSON(), box.value];
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  doc.transact(() => {
    text.delete(start, before.length - start - end);
    text.insert(start, after.slice(start, after.length - end));
  });
});
text.observe((_event, { local }) => {
  if (!local) box.value = text.toJSON();
});
