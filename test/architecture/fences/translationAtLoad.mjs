// Lint rule: nothing is translated while a module loads. The bundle of the display language may not be there yet, and a text frozen
// at load is a text in the wrong language. Watches every name that comes from a module called `translate`, and `l10n.t` itself.

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function insideFunction(node) {
  for (let at = node.parent; at !== null && at !== undefined; at = at.parent) if (FUNCTIONS.has(at.type)) return true;
  return false;
}

export const translationAtLoad = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { early: 'Translated while the module loads: do it inside a function.' },
  },
  create(context) {
    const translators = new Set();
    return {
      ImportDeclaration(node) {
        if (!/(?:^|\/)translate$/.test(node.source.value)) return;
        for (const specifier of node.specifiers) translators.add(specifier.local.name);
      },
      CallExpression(node) {
        const { callee } = node;
        const root = callee.type === 'MemberExpression' ? callee.object : callee;
        const isL10n = callee.type === 'MemberExpression' && callee.property.name === 't' && /l10n$/.test(context.sourceCode.getText(root));
        const isTranslator = root.type === 'Identifier' && translators.has(root.name);
        if ((isL10n || isTranslator) && !insideFunction(node)) context.report({ node, messageId: 'early' });
      },
    };
  },
};
