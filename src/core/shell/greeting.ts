// The smallest script: what the bootstrap finds out about a machine is all that is asked. For "Test Connection" and `check --ssh`.

import type { Script } from './script';

export const greeting: Script = { text: "'ok'", parameters: null, system: 'windows', timeoutMs: 60_000, mostBytes: 1024 };
