// `[-HKEY_…]` without a path: a root key cannot be deleted, so whoever wrote this expects something that will not happen. Source:
// maintainers of a registry file previewer; not confirmed on Windows.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp027RootDeletion = faultRule({
  code: 'RDP027',
  title: message('RDP027.title'),
  severity: 'warning',
  kind: 'rootDeletion',
  say: (words) => ({ message: message('RDP027.message', words.excerpt(0)) }),
});
