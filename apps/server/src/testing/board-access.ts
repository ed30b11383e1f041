// The HTTP steps in front of a board, as a browser takes them.

export type TestBoard = { readonly id: string; readonly links: { readonly edit: string; readonly view: string } };

async function post(url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: "{}" });
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
  return response.json();
}

export async function createBoard(url: string): Promise<TestBoard> {
  // reason: the API's documented answer.
  return (await post(`${url}/api/boards`)) as TestBoard;
}

export async function getTicket(url: string, board: string, secret: string): Promise<string> {
  // reason: as above.
  return ((await post(`${url}/api/boards/${board}/tickets`, { authorization: `Bearer ${secret}` })) as { ticket: string }).ticket;
}
