// Ports as rules of the firewall write them: a number, two with a hyphen between them, or a word that stands for no fixed port.

/** False for RPC, IPHTTPSIn and other words. */
export function rangeHolds(range: string, port: number): boolean {
  const [, from, to] = /^(\d+)(?:-(\d+))?$/.exec(range.trim()) ?? [];
  return from !== undefined && port >= Number(from) && port <= Number(to ?? from);
}
