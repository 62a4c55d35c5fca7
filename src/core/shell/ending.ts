// How a program ended, here or on another machine.

/** `unknown` where the line was cut or the other side never said: it is never read as success. */
export type Ending =
  | { readonly kind: 'exit'; readonly code: number }
  /** The name without SIG, e.g. KILL. */
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'unknown' };
