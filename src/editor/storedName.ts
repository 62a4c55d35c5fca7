// What a file about a server is called in the extension's storage.

/** A name every file system takes. */
export function storedName(serverId: string): string {
  return `${encodeURIComponent(serverId).replace(/[*'()!~]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`)}.json`;
}
