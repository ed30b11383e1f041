// The page of the presence list.
import { PartySocket } from "partysocket";

const room = new URLSearchParams(location.search).get("room") ?? "lobby";
const name = document.getElementById("name");
const socket = new PartySocket({ host: location.host, party: "presence", room: encodeURIComponent(room) });

// After a reconnect the server has a new connection without a name, so it is told again.
socket.addEventListener("open", () => name.value !== "" && socket.send(name.value));
name.addEventListener("input", () => socket.send(name.value));
socket.addEventListener("message", ({ data }) => {
  const items = JSON.parse(data).map((person) => {
    const item = document.createElement("li");
    item.textContent = person.id === socket.id ? `${person.name} (you)` : person.name;
    return item;
  });
  document.getElementById("people").replaceChildren(...items);
});
