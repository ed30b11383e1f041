// The page of the game: sixteen places, and the fish in one of them.
import { PartySocket } from "partysocket";

const room = new URLSearchParams(location.search).get("room") ?? "lobby";
const socket = new PartySocket({ host: location.host, party: "pond", room: encodeURIComponent(room) });
const element = (id) => document.getElementById(id);

const places = Array.from({ length: 16 }, (_, place) => {
  const button = document.createElement("button");
  button.style.height = "4rem";
  button.addEventListener("click", () => socket.send(String(place)));
  return button;
});
element("pond").append(...places);

socket.addEventListener("message", ({ data }) => {
  const { round, place, caught, points } = JSON.parse(data);
  element("status").textContent = `Round ${round}`;
  places.forEach((button, each) => {
    button.textContent = !caught && each === place ? "🐟" : "";
    button.ariaLabel = !caught && each === place ? "fish" : "water";
  });
  const best = Object.entries(points).sort(([, a], [, b]) => b - a);
  element("points").replaceChildren(
    ...best.map(([id, count]) => {
      const item = document.createElement("li");
      item.textContent = `${id === socket.id ? "you" : id.slice(0, 8)}: ${count}`;
      return item;
    }),
  );
});
