// A registry.pol as the editor opens it, in English.
import { english } from '../../../src/core/messages/english';
import { openPol, type PolFile } from '../../../src/core/policies/polFile';

export const TERMINAL_SERVICES = 'SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services';

export function opened(bytes: Uint8Array, document = 'file:///gpo/Machine/registry.pol'): PolFile {
  return openPol({
    bytes,
    document,
    severities: new Map(),
    onRuleError: (code, error) => {
      throw new Error(code, { cause: error });
    },
    say: english,
  });
}
