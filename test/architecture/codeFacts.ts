// What the code says about itself where it cannot be asked by running it: files that import the editor do not load outside of it.
// Read from the syntax tree, so that comments and formatting do not matter.

import * as ts from 'typescript';
import { readText } from './project';

function nodesOf(file: string): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true));
  return nodes;
}

const unwrap = (node: ts.Expression): ts.Expression => (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) ? unwrap(node.expression) : node);

/** The strings of `const name = ['a', 'b']`. A file without that declaration is a failure of the test that asks. */
export function stringsOf(file: string, name: string): readonly string[] {
  for (const node of nodesOf(file)) {
    if (!ts.isVariableDeclaration(node) || node.name.getText() !== name || node.initializer === undefined) continue;
    const list = unwrap(node.initializer);
    if (ts.isArrayLiteralExpression(list)) return list.elements.filter(ts.isStringLiteral).map((element) => element.text);
  }
  throw new Error(`${file} has no list called ${name}`);
}

/** Every call in a file, by the last name called and its arguments that are plain strings. */
export function callsIn(file: string): readonly { readonly name: string; readonly strings: readonly (string | undefined)[] }[] {
  return nodesOf(file)
    .filter(ts.isCallExpression)
    .map(({ expression, arguments: given }) => ({
      name: ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(),
      strings: given.map((argument) => (ts.isStringLiteralLike(argument) ? argument.text : undefined)),
    }));
}

/** Every string in a file, the fixed parts of templates included. */
export const stringsIn = (file: string): readonly string[] =>
  nodesOf(file)
    .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
    .map((node) => (node as ts.LiteralLikeNode).text);
