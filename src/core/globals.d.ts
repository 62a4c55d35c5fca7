// The only ambient names core may use. Everything else (timers, process, Buffer, console, DOM) is a compile error here:
// core asks the world through ports.ts. Shapes follow the WHATWG DOM and Encoding standards, reduced to what core needs.

interface AbortSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}

/** A PowerShell script of ours as text: bundled by esbuild, and a module of its own where tests are compiled. */
declare module '*.ps1' {
  const text: string;
  export default text;
}
