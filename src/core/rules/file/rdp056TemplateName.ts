// A name in a list of a security template that no account can have: a gap that was to be filled, a SID without its star, a star without a
// SID. Windows goes on with the others. DISA's packages come with such gaps, hence no error. Source: templates of real backups.

import { message } from '../../messages/message';
import { faultRule } from './faultRule';

export const rdp056TemplateName = faultRule({
  code: 'RDP056',
  title: message('RDP056.title'),
  severity: 'warning',
  kind: 'templatePrincipal',
  say: (words) => {
    const [name, of] = [words.excerpt(1), words.excerpt(2)];
    switch (words.variant(0)) {
      case 'sidWithoutStar':
        return { message: message('RDP056.sidWithoutStar', name, of) };
      case 'star':
        return { message: message('RDP056.star', name, of) };
      default:
        return { message: message('RDP056.placeholder', name, of) };
    }
  },
});
