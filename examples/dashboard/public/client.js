// The page of the dashboard: one row per name, with the latest value and a line of bars.
import { PartySocket } from "partysocket";

const room = encodeURIComponent(new URLSearchParams(location.search).get("room") ?? "main");
const BARS = "▁▂▃▄▅▆▇█";
const rows = new Map();

document.getElementById("command").textContent = `curl -d '{"name":"visitors","value":3}' ${location.origin}/parties/dashboard/${room}`;

function rowOf(name) {
  if (!rows.has(name)) {
    const row = document.getElementById("rows").insertRow();
    rows.set(
      name,
      [0, 1, 2].map(() => row.insertCell()),
    );
  }
  return rows.get(name);
}

const socket = new PartySocket({ host: location.host, party: "dashboard", room });
socket.addEventListener("message", ({ data }) => {
  const { name, values } = JSON.parse(data);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [nameCell, valueCell, barCell] = rowOf(name);
  nameCell.textContent = name;
  valueCell.textContent = values.at(-1);
  barCell.textContent = values.map((value) => BARS[Math.round(((value - low) / (high - low || 1)) * (BARS.length - 1))]).join("");
});
