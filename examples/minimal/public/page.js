// The page of the example: one textarea, kept the same for all who are in the room.
import { PartySocket } from "partysocket";

const room = new URLSearchParams(location.search).get("room") ?? "lobby";
const element = (id) => document.getElementById(id);
element("room").textContent = room;

const socket = new PartySocket({ host: location.host, party: "note", room: encodeURIComponent(room) });

socket.addEventListener("message", ({ data }) => {
  const { text, people, you } = JSON.parse(data);
  if (text !== undefined) element("text").value = text;
  if (you !== undefined) element("text").disabled = false;
  if (people !== undefined) element("status").textContent = `${people} here, you are ${socket.id}`;
});
socket.addEventListener("close", () => {
  element("text").disabled = true;
  element("status").textContent = "Connecting again …";
});

element("text").addEventListener("input", ({ target }) => socket.send(target.value));
