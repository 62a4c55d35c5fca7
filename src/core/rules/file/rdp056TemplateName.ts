// A name in a list of a security template that no account can have: a gap that was to be filled, a SID without its star, a star without a
// SID. Windows goes on with the others. DISA's packages come with such gaps, hence no error,
// and information where the right has nothing to do with Remote Desktop. Source: templates of real backups.

import { message, type Message } from '../../messages/message';
import type { Severity } from '../rule';
import { faultRule } from './faultRule';

/** The rights of Remote Desktop and of the network, and the group Remote Desktop Users. */
const ABOUT_RDP = /^Se(?:Deny)?(?:RemoteInteractive|Network)LogonRight$|^\*?(?:S-1-5-32-555|Remote Desktop Users)__/i;

export const rdp056TemplateName = faultRule({
  code: 'RDP056',
  title: message('RDP056.title'),
  severity: 'warning',
  kind: 'templatePrincipal',
  say: (words) => {
    const [name, of] = [words.excerpt(1), words.excerpt(2)];
    const said = (text: Message): { readonly message: Message; readonly severity: Severity } => ({ message: text, severity: ABOUT_RDP.test(of) ? 'warning' : 'information' });
    switch (words.variant(0)) {
      case 'sidWithoutStar':
        return said(message('RDP056.sidWithoutStar', name, of));
      case 'star':
        return said(message('RDP056.star', name, of));
      default:
        return said(message('RDP056.placeholder', name, of));
    }
  },
});
