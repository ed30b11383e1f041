// The page of the chat.
import { PartySocket } from "partysocket";

const room = new URLSearchParams(location.search).get("room") ?? "lobby";
const element = (id) => document.getElementById(id);
const short = (id) => (id === socket.id ? "you" : id.slice(0, 8));

const socket = new PartySocket({ host: location.host, party: "chat", room: encodeURIComponent(room) });

function show({ from, text, to }) {
  const item = document.createElement("li");
  item.textContent = to === undefined ? `${short(from)}: ${text}` : `${short(from)} to ${short(to)} only: ${text}`;
  element("messages").append(item);
}

socket.addEventListener("message", ({ data }) => {
  const { you, history, people, said, gone } = JSON.parse(data);
  if (history !== undefined) {
    element("messages").replaceChildren();
    history.forEach(show);
  }
  if (you !== undefined) element("status").textContent = `You are ${you.slice(0, 8)}`;
  if (people !== undefined) {
    const chosen = element("to").value;
    const others = people.filter((id) => id !== socket.id);
    element("to").replaceChildren(new Option("everybody", ""), ...others.map((id) => new Option(short(id), id)));
    if (others.includes(chosen)) element("to").value = chosen;
  }
  if (said !== undefined) show(said);
  if (gone !== undefined) element("status").textContent = `${short(gone)} has left`;
});
socket.addEventListener("close", () => (element("status").textContent = "Connecting again …"));

element("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const to = element("to").value;
  socket.send(JSON.stringify({ text: element("text").value, ...(to === "" ? {} : { to }) }));
  element("text").value = "";
});
