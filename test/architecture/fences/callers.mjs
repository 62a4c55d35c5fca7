// Lint rule: what must stay in one hand is called from one file: commands, settings, secrets, translation, the log, input boxes.
// Reading a member counts, also by destructuring: a reference handed on is a second caller.

import path from 'node:path';
import { soleCallers } from './rooms.mjs';

const keyName = (key, computed) => (key.type === 'Literal' ? String(key.value) : computed ? undefined : key.name);

export const callers = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sole: '{{name}} is used by {{file}} only.' },
  },
  create(context) {
    const file = path.relative(context.cwd, context.filename).replaceAll('\\', '/');
    const report = (node, name) => {
      const only = Object.hasOwn(soleCallers, name) ? soleCallers[name] : undefined;
      if (only !== undefined && only !== file) context.report({ node, messageId: 'sole', data: { name, file: only } });
    };
    return {
      MemberExpression(node) {
        const name = keyName(node.property, node.computed);
        if (name === undefined) return;
        const { object } = node;
        const owner = object.type === 'MemberExpression' ? keyName(object.property, object.computed) : object.name;
        report(node, owner === 'l10n' ? `l10n.${name}` : name);
      },
      'ObjectPattern > Property'(node) {
        const name = keyName(node.key, node.computed);
        if (name === undefined) return;
        const from = node.parent.parent.init;
        const owner = from?.type === 'MemberExpression' ? keyName(from.property, from.computed) : from?.name;
        report(node, owner === 'l10n' ? `l10n.${name}` : name);
      },
    };
  },
};
